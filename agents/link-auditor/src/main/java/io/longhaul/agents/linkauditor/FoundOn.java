package io.longhaul.agents.linkauditor;

import io.longhaul.agent.Description;

/** Where a link stands. */
@Description("Where a link stands.")
public record FoundOn(
    @Description("The page.") String page,
    @Description("What the link says, or the element that it is, as <img>.") String text) {}
