package io.longhaul.endpoints;

import io.longhaul.http.Problem;
import io.longhaul.http.ProblemType;
import io.longhaul.lifecycle.Phase;
import io.longhaul.lifecycle.ServicePhase;

/** Refuses while the service does not serve. */
final class Serving {

  private Serving() {}

  static void require(ServicePhase phase) {
    Phase now = phase.now();
    if (now != Phase.SERVING) {
      throw new Problem(ProblemType.NOT_SERVING, "The service is %s. Try again.".formatted(now))
          .header("Retry-After", "1");
    }
  }
}
