package io.longhaul.endpoints;

import io.longhaul.health.CheckResult;
import io.longhaul.health.Health;
import io.longhaul.http.Endpoint;
import io.longhaul.http.Exchange;
import io.longhaul.http.Operation;
import io.longhaul.http.Operation.Reply;
import io.longhaul.http.Problem;
import io.longhaul.http.ProblemType;
import io.longhaul.lifecycle.ServicePhase;
import java.util.Map;
import java.util.stream.Collectors;

/** Says whether everything is there that the service cannot work without; it looks now. */
final class ReadyEndpoint implements Endpoint {

  static final Operation OPERATION =
      Operation.of(
              "getReadiness",
              "Service",
              "Whether every required dependency is there",
              Reply.json(200, "It is ready.", "Readiness"))
          .failing(ProblemType.NOT_SERVING, ProblemType.NOT_READY);

  private final ServicePhase phase;
  private final Health health;

  ReadyEndpoint(ServicePhase phase, Health health) {
    this.phase = phase;
    this.health = health;
  }

  @Override
  public void answer(Exchange exchange) throws Exception {
    Serving.require(phase);
    Map<String, CheckResult> checks = health.now();
    String away =
        checks.entrySet().stream()
            .filter(check -> check.getValue().required() && check.getValue().isDown())
            .map(check -> check.getKey() + " (" + check.getValue().detail() + ")")
            .collect(Collectors.joining(", "));
    if (!away.isEmpty()) {
      throw new Problem(ProblemType.NOT_READY, "The service cannot work without: " + away)
          .header("Retry-After", "5");
    }
    exchange
        .with("Cache-Control", "no-store")
        .json(200, Map.of("status", "ready", "checks", CheckView.of(checks)));
  }
}
