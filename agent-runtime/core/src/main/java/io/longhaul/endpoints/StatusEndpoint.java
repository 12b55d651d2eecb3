package io.longhaul.endpoints;

import io.longhaul.discovery.AgentDescription;
import io.longhaul.health.CheckResult;
import io.longhaul.health.Health;
import io.longhaul.http.Endpoint;
import io.longhaul.http.Exchange;
import io.longhaul.http.Operation;
import io.longhaul.http.Operation.Reply;
import io.longhaul.http.ProblemType;
import io.longhaul.lifecycle.ServicePhase;
import java.util.Map;

/**
 * Says how the service is. Load balancer and container checks ask it, so it never waits for a
 * dependency and never fails because of one: a slow database must not cost a task.
 */
final class StatusEndpoint implements Endpoint {

  static final Operation OPERATION =
      Operation.of(
              "getStatus", "Service", "How the service is", Reply.json(200, "It serves.", "Status"))
          .failing(ProblemType.NOT_SERVING);

  private final AgentDescription agent;
  private final ServicePhase phase;
  private final Health health;

  StatusEndpoint(AgentDescription agent, ServicePhase phase, Health health) {
    this.agent = agent;
    this.phase = phase;
    this.health = health;
  }

  @Override
  public void answer(Exchange exchange) throws Exception {
    Serving.require(phase);
    Map<String, CheckResult> checks = health.latest();
    boolean degraded = checks.values().stream().anyMatch(CheckResult::isDown);
    exchange
        .with("Cache-Control", "no-store")
        .json(
            200,
            new Status(
                degraded ? "degraded" : "healthy",
                agent.name(),
                agent.version(),
                agent.environment(),
                CheckView.of(checks)));
  }

  /** The answer. */
  record Status(
      String status,
      String service,
      String version,
      String environment,
      Map<String, CheckView> checks) {}
}
