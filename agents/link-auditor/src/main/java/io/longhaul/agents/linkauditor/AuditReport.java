package io.longhaul.agents.linkauditor;

import io.longhaul.agent.Description;
import java.util.List;

/** What is wrong with a site's links. */
@Description("What is wrong with a site's links.")
public record AuditReport(
    @Description("The result in one sentence.") String summary,
    @Description("Where the audit began.") String url,
    @Description("Host and path of the pages that were followed.") String scope,
    @Description("False if the start URL gave no usable answer: then there is nothing to audit.")
        boolean startReached,
    @Description("True if no limit kept a link from being followed.") boolean complete,
    @Description("How many of everything.") Counts counts,
    @Description("Links whose goal is not there.") List<BrokenLink> broken,
    @Description("Links that lead elsewhere first.") List<RedirectedLink> redirects,
    @Description("Pages that took long, the slowest first.") List<SlowPage> slowPages,
    @Description("Links and redirects to addresses that an audit must not ask.")
        List<UnaskedLink> refused,
    @Description("Links that a robots.txt closes.") List<UnaskedLink> skippedByRobots,
    @Description("What the limits kept out.") LeftOut leftOut,
    @Description("What else is worth knowing.") List<String> notes,
    @Description("How long the audit took, all attempts together.") double durationSeconds) {}
