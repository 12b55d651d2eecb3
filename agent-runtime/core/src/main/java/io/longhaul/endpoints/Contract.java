package io.longhaul.endpoints;

import static io.longhaul.http.Audience.ALL;
import static io.longhaul.http.Audience.CALLERS;
import static io.longhaul.http.Audience.OPERATORS;
import static io.longhaul.http.Route.Method.DELETE;
import static io.longhaul.http.Route.Method.GET;
import static io.longhaul.http.Route.Method.POST;

import io.longhaul.discovery.AgentDescription;
import io.longhaul.discovery.DiscoverDocument;
import io.longhaul.discovery.DocsPages;
import io.longhaul.discovery.OpenApi;
import io.longhaul.events.DeliveryReader;
import io.longhaul.events.EventDeliveries;
import io.longhaul.handler.Handler;
import io.longhaul.health.Health;
import io.longhaul.http.Fallback;
import io.longhaul.http.Route;
import io.longhaul.http.Routes;
import io.longhaul.jobs.Executions;
import io.longhaul.lifecycle.ServicePhase;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the HTTP contract, and what they are made of. No other file names a path of ours;
 * other parts add the rows of APIs that others have defined.
 */
record Contract(
    AgentDescription agent,
    Handler handler,
    Executions executions,
    Events events,
    ServicePhase phase,
    Health health,
    DiscoverDocument discover,
    OpenApi openApi,
    DocsPages docs,
    PrometheusMeterRegistry metrics,
    ContractSettings settings) {

  /** What reads events, and what delivers them. */
  record Events(DeliveryReader reader, EventDeliveries deliveries) {}

  /** The table. */
  Routes routes(List<Route> others, @Nullable Fallback fallback) {
    return new Routes(rows(), others, fallback);
  }

  private List<Route> rows() {
    return List.of(
        new Route(GET, "/status", ALL, StatusEndpoint.OPERATION, status()),
        new Route(GET, "/status/ready", ALL, ReadyEndpoint.OPERATION, ready()),
        new Route(GET, "/ping", ALL, PingEndpoint.OPERATION, new PingEndpoint(executions)),
        new Route(GET, "/discover", ALL, DiscoverEndpoint.OPERATION, discovery()),
        new Route(POST, "/execute", CALLERS, ExecuteEndpoint.EXECUTE, execute()),
        new Route(POST, "/invocations", CALLERS, ExecuteEndpoint.INVOCATIONS, invocations()),
        new Route(POST, "/events/{source}", CALLERS, DeliverEndpoint.OPERATION, deliver()),
        new Route(GET, "/jobs", CALLERS, JobsEndpoint.OPERATION, new JobsEndpoint(executions)),
        new Route(GET, "/jobs/{id}", CALLERS, JobEndpoint.OPERATION, job()),
        new Route(GET, "/jobs/{id}/result", CALLERS, ResultEndpoint.OPERATION, result()),
        new Route(GET, "/jobs/{id}/events", CALLERS, EventsEndpoint.OPERATION, jobEvents()),
        new Route(DELETE, "/jobs/{id}", CALLERS, CancelEndpoint.OPERATION, cancel()),
        new Route(POST, "/jobs/{id}/retry", CALLERS, RetryEndpoint.OPERATION, retry()),
        new Route(GET, "/docs", CALLERS, DocsEndpoint.PAGE, new DocsEndpoint(docs)),
        new Route(GET, "/docs/{file}", CALLERS, DocsEndpoint.FILE, new DocsEndpoint(docs)),
        new Route(GET, "/openapi.json", CALLERS, OpenApiEndpoint.OPERATION, openapi()),
        new Route(GET, "/metrics", OPERATORS, MetricsEndpoint.OPERATION, prometheus()),
        new Route(POST, "/config/refresh", OPERATORS, RefreshEndpoint.OPERATION, reload()));
  }

  private StatusEndpoint status() {
    return new StatusEndpoint(agent, phase, health);
  }

  private ReadyEndpoint ready() {
    return new ReadyEndpoint(phase, health);
  }

  private DiscoverEndpoint discovery() {
    return new DiscoverEndpoint(discover);
  }

  private ExecuteEndpoint execute() {
    return new ExecuteEndpoint(executions, handler, settings.held(), OutputForm.ENVELOPE);
  }

  private ExecuteEndpoint invocations() {
    return new ExecuteEndpoint(executions, handler, settings.held(), OutputForm.BARE);
  }

  private DeliverEndpoint deliver() {
    return new DeliverEndpoint(events.reader(), events.deliveries());
  }

  private JobEndpoint job() {
    return new JobEndpoint(executions);
  }

  private ResultEndpoint result() {
    return new ResultEndpoint(executions);
  }

  private EventsEndpoint jobEvents() {
    return new EventsEndpoint(executions, phase);
  }

  private CancelEndpoint cancel() {
    return new CancelEndpoint(executions);
  }

  private RetryEndpoint retry() {
    return new RetryEndpoint(executions);
  }

  private OpenApiEndpoint openapi() {
    return new OpenApiEndpoint(openApi);
  }

  private MetricsEndpoint prometheus() {
    return new MetricsEndpoint(metrics);
  }

  private RefreshEndpoint reload() {
    return new RefreshEndpoint(settings.refresh());
  }
}
