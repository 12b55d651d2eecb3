package io.longhaul.agents.linkauditor;

import io.longhaul.agent.AgentContext;

/**
 * Tells how far an audit is. Links are found on the way, so the share may stand, but never falls.
 */
final class ProgressLine {

  private double furthest;

  void tell(AgentContext context, LinkMap map, String latest) {
    int known = map.targets().size();
    furthest = Math.max(furthest, (double) map.done() / known);
    context.progress(furthest, "%d of %d addresses: %s".formatted(map.done(), known, latest));
  }
}
