package io.longhaul.agents.linkauditor;

import io.longhaul.agent.Description;
import java.util.List;

/** A link that was not followed, although it was within the limits. */
@Description("A link that was not followed, although it was within the limits.")
public record UnaskedLink(
    @Description("Where the link leads.") String url,
    @Description("Why it was not followed.") String reason,
    @Description("The first places where it stands.") List<FoundOn> foundOn,
    @Description("How many pages have it.") int foundOnPages) {}
