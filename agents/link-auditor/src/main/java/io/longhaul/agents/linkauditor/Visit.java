package io.longhaul.agents.linkauditor;

import java.util.List;
import java.util.Optional;

/** What an errand brought home. */
record Visit(Errand errand, Outcome outcome, List<FoundLink> links, Optional<String> note) {

  static Visit without(Errand errand, Outcome outcome) {
    return new Visit(errand, outcome, List.of(), Optional.empty());
  }
}
