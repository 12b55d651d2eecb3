package io.longhaul.endpoints;

import io.longhaul.http.Endpoint;
import io.longhaul.http.Exchange;
import io.longhaul.http.Operation;
import io.longhaul.http.Operation.Reply;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;

/** Shows the metrics to Prometheus. */
final class MetricsEndpoint implements Endpoint {

  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

  static final Operation OPERATION =
      Operation.of(
          "getMetrics",
          "Operation",
          "Metrics as Prometheus text",
          Reply.of(200, "The metrics now.", "text/plain"));

  private final PrometheusMeterRegistry registry;

  MetricsEndpoint(PrometheusMeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void answer(Exchange exchange) throws Exception {
    exchange.send(200, TEXT, registry.scrape().getBytes(StandardCharsets.UTF_8));
  }
}
