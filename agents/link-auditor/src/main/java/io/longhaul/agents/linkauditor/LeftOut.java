package io.longhaul.agents.linkauditor;

import io.longhaul.agent.Description;

/** Links that were met but not followed, by the limit that stopped them. */
@Description("Links left out because of a limit, counted every time they were met.")
public record LeftOut(
    @Description("Because max_pages was reached.") int maxPages,
    @Description("Because they were deeper than max_depth.") int maxDepth,
    @Description("Because max_links was reached.") int maxLinks) {

  static final LeftOut NOTHING = new LeftOut(0, 0, 0);

  LeftOut onePage() {
    return new LeftOut(maxPages + 1, maxDepth, maxLinks);
  }

  LeftOut oneTooDeep() {
    return new LeftOut(maxPages, maxDepth + 1, maxLinks);
  }

  LeftOut oneLink() {
    return new LeftOut(maxPages, maxDepth, maxLinks + 1);
  }

  boolean isNothing() {
    return equals(NOTHING);
  }
}
