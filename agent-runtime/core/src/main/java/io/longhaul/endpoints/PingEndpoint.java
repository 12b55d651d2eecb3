package io.longhaul.endpoints;

import io.longhaul.http.Endpoint;
import io.longhaul.http.Exchange;
import io.longhaul.http.Operation;
import io.longhaul.http.Operation.Reply;
import io.longhaul.jobs.Executions;
import java.util.Map;

/** Bedrock AgentCore's health check; its words are that contract's. */
final class PingEndpoint implements Endpoint {

  static final Operation OPERATION =
      Operation.of(
          "ping",
          "Service",
          "Bedrock AgentCore's health check",
          Reply.json(200, "It lives.", "Ping"));

  private final Executions executions;

  PingEndpoint(Executions executions) {
    this.executions = executions;
  }

  @Override
  public void answer(Exchange exchange) throws Exception {
    exchange.json(200, Map.of("status", executions.running() > 0 ? "HealthyBusy" : "Healthy"));
  }
}
