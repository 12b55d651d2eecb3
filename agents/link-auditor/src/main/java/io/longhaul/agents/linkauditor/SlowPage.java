package io.longhaul.agents.linkauditor;

import io.longhaul.agent.Description;

/** A page that took longer than asked for. */
@Description("A page that took longer than slow_after_ms.")
public record SlowPage(
    @Description("The page.") String url,
    @Description("From the request to the last byte.") long milliseconds) {}
