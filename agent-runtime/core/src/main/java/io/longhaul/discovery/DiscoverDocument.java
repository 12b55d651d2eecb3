package io.longhaul.discovery;

import io.longhaul.handler.Json;
import io.longhaul.http.Route;
import io.longhaul.http.Routes;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What /discover answers, made once from the agent and the table of routes. */
public final class DiscoverDocument {

  private final AgentDescription agent;
  private final Supplier<Routes> routes;
  private final JsonMapper mapper;
  private final LazyBytes json = new LazyBytes();

  /** Takes the table as a supplier, since the table holds the endpoint that shows this. */
  public DiscoverDocument(AgentDescription agent, Supplier<Routes> routes, JsonMapper mapper) {
    this.agent = agent;
    this.routes = routes;
    this.mapper = mapper;
  }

  /** The document in UTF-8. */
  public byte[] json() {
    return json.get(() -> mapper.writeValueAsBytes(document()));
  }

  private Document document() {
    return new Document(
        agent.name(),
        agent.description(),
        agent.version(),
        agent.capabilities(),
        tree(agent.input().get()),
        tree(agent.output().get()),
        endpoints(routes.get()));
  }

  private static List<Endpoint> endpoints(Routes routes) {
    return routes.table().stream().map(route -> endpoint(route, routes.path(route))).toList();
  }

  private static Endpoint endpoint(Route route, String path) {
    return new Endpoint(
        route.method().name(),
        path,
        route.operation().summary(),
        route.audience().name().toLowerCase(Locale.ROOT));
  }

  private JsonNode tree(Json json) {
    return mapper.readTree(json.utf8());
  }

  record Document(
      String agentName,
      String description,
      String version,
      List<String> capabilities,
      JsonNode inputSchema,
      JsonNode outputSchema,
      List<Endpoint> endpoints) {}

  record Endpoint(String method, String path, String description, String access) {}
}
