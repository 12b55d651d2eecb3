package io.longhaul.agents.linkauditor;

import io.longhaul.agent.Description;

/** How many of everything; the lists show at most a thousand each. */
@Description("How many of everything; each list of the report shows at most a thousand.")
public record Counts(
    @Description("Pages in scope that were fetched.") int pagesChecked,
    @Description(
            "Other addresses that were asked: outside links, images, redirects, what is not there.")
        int linksChecked,
    @Description("Broken links.") int broken,
    @Description("Links that redirect.") int redirects,
    @Description("Slow pages.") int slowPages,
    @Description("Links that an audit must not follow.") int refused,
    @Description("Links that the site's robots.txt closes.") int skippedByRobots) {}
