package io.longhaul.agents.linkauditor;

import io.longhaul.agent.Default;
import io.longhaul.agent.Description;
import io.longhaul.agent.Format;
import io.longhaul.agent.Maximum;
import io.longhaul.agent.Minimum;

/** Which site to audit, and how far to go. */
@Description("Which site to audit, and how far to go.")
public record AuditRequest(
    @Description("Where the audit begins: an http or https address without user name.")
        @Format("uri")
        @Maximum(WebUrl.MAX_LENGTH)
        String url,
    @Description(
            "Only pages whose path begins with this are followed; / is the whole host. Other links"
                + " are checked, not followed.")
        @Default("/")
        @Maximum(500)
        String scope,
    @Description("The most pages that are fetched and followed.")
        @Default("500")
        @Minimum(1)
        @Maximum(10_000)
        int maxPages,
    @Description("The most links between the start and a page; 0 is the start page alone.")
        @Default("20")
        @Minimum(0)
        @Maximum(1_000)
        int maxDepth,
    @Description("The most other addresses that are checked: outside links, images, scripts.")
        @Default("2000")
        @Minimum(0)
        @Maximum(50_000)
        int maxLinks,
    @Description("Whether links that leave the scope are checked.") @Default("true")
        boolean checkExternal,
    @Description("A page that takes longer than this, in milliseconds, is reported as slow.")
        @Default("1000")
        @Minimum(1)
        @Maximum(60_000)
        int slowAfterMs,
    @Description(
            "How long to wait for an answer. The client's timeout in agent.yaml is the upper bound.")
        @Default("8")
        @Minimum(1)
        @Maximum(60)
        int timeoutSeconds) {

  Limits limits() {
    return new Limits(maxPages, maxDepth, maxLinks, checkExternal);
  }
}
