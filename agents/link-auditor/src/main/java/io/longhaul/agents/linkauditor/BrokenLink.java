package io.longhaul.agents.linkauditor;

import io.longhaul.agent.Description;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A link whose goal is not there. */
@Description("A link whose goal is not there.")
public record BrokenLink(
    @Description("Where the link leads.") String url,
    @Description("The HTTP status, of the last address where it redirects; absent without answer.")
        @Nullable Integer status,
    @Description("What is wrong.") String reason,
    @Description("The first places where it stands.") List<FoundOn> foundOn,
    @Description("How many pages have it.") int foundOnPages) {}
