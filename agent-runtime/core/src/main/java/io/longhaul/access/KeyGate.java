package io.longhaul.access;

import io.longhaul.http.Admission;
import io.longhaul.http.Audience;
import io.longhaul.http.Body;
import io.longhaul.http.Gate;
import io.longhaul.http.Problem;
import io.longhaul.http.ProblemType;
import io.longhaul.jobs.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Asks callers for a proof, and operators for a key whatever callers are asked for. */
final class KeyGate implements Gate {

  /** What callers must show. */
  @FunctionalInterface
  interface Proof {
    Admission require(HttpServletRequest request, Body body) throws IOException;
  }

  private final Proof callers;
  private final ApiKeys keys;

  KeyGate(Proof callers, ApiKeys keys) {
    this.callers = callers;
    this.keys = keys;
  }

  @Override
  public void guard(HttpServletRequest request) {
    // whoever reaches the port may ask
  }

  @Override
  public Admission admit(HttpServletRequest request, Body body, Audience audience)
      throws IOException {
    return switch (audience) {
      case ALL -> Admission.of(Caller.ANONYMOUS);
      case CALLERS -> callers.require(request, body);
      case OPERATORS -> Admission.of(operator(request));
    };
  }

  private Caller operator(HttpServletRequest request) {
    if (keys.none()) {
      throw new Problem(
          ProblemType.NO_OPERATOR_KEY,
          "This call needs an API key, and the service has none. Set API_KEYS in its"
              + " configuration.");
    }
    return keys.require(request);
  }
}
