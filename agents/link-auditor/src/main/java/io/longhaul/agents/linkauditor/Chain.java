package io.longhaul.agents.linkauditor;

import io.longhaul.agents.linkauditor.Outcome.Redirected;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where an address leads in the end.
 *
 * @param hops the redirects on the way; empty for an address that does not redirect
 * @param end the last address
 * @param outcome of the last address; empty if it was not asked
 */
record Chain(
    List<RedirectedLink.Hop> hops, String end, Optional<Outcome> outcome, boolean permanent) {

  static Chain from(Target start, Targets targets) {
    List<RedirectedLink.Hop> hops = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    String at = start.address();
    Optional<Outcome> outcome = start.outcome();
    boolean permanent = true;
    while (outcome.orElse(null) instanceof Redirected redirect) {
      if (!seen.add(at)) {
        return new Chain(hops, at, broken("it redirects in a circle"), permanent);
      }
      if (hops.size() == LinkMap.MAX_HOPS) {
        return new Chain(hops, at, broken("it redirects more than 10 times"), permanent);
      }
      hops.add(new RedirectedLink.Hop(at, redirect.status(), redirect.to()));
      permanent &= redirect.isPermanent();
      at = redirect.to();
      outcome = targets.find(at).flatMap(Target::outcome);
    }
    return new Chain(hops, at, outcome, permanent);
  }

  private static Optional<Outcome> broken(String reason) {
    return Optional.of(new Outcome.Failed(reason));
  }

  boolean redirects() {
    return !hops.isEmpty();
  }
}
