package io.longhaul.discovery;

import io.longhaul.http.Audience;
import io.longhaul.http.Route;
import io.longhaul.http.Routes;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The contract as OpenAPI 3.1, made once from the agent and the table of routes, so that it says
 * what is answered and no more.
 */
public final class OpenApi {

  private final AgentDescription agent;
  private final Security security;
  private final Supplier<Routes> routes;
  private final JsonMapper mapper;
  private final LazyBytes json = new LazyBytes();

  /** Takes the table as a supplier, since the table holds the endpoint that shows this. */
  public OpenApi(
      AgentDescription agent, Security security, Supplier<Routes> routes, JsonMapper mapper) {
    this.agent = agent;
    this.security = security;
    this.routes = routes;
    this.mapper = mapper;
  }

  /** The document in UTF-8. */
  public byte[] json() {
    return json.get(() -> mapper.writeValueAsBytes(document()));
  }

  private ObjectNode document() {
    ObjectNode document = mapper.createObjectNode();
    document.put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", agent.name())
        .put("version", agent.version())
        .put("description", agent.description());
    document.putArray("servers").addObject().put("url", "/");
    paths(document.putObject("paths"));
    ObjectNode components = document.putObject("components");
    components.set("schemas", schemas());
    schemes(components);
    return document;
  }

  private void paths(ObjectNode paths) {
    var operations = new OpenApiOperation(security, mapper);
    Routes table = routes.get();
    for (Route route : table.table()) {
      paths
          .withObjectProperty(table.path(route))
          .set(route.method().name().toLowerCase(Locale.ROOT), operations.of(route));
    }
  }

  private ObjectNode schemas() {
    ObjectNode schemas = components();
    schemas.set(
        "AgentInput", EmbeddedSchema.of(mapper.readTree(agent.input().get().utf8()), "AgentInput"));
    schemas.set(
        "AgentOutput",
        EmbeddedSchema.of(mapper.readTree(agent.output().get().utf8()), "AgentOutput"));
    return schemas;
  }

  private ObjectNode components() {
    try (InputStream in = OpenApi.class.getResourceAsStream("components.json")) {
      return (ObjectNode) mapper.readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException("components.json cannot be read", e);
    }
  }

  private void schemes(ObjectNode components) {
    if (security.scheme(Audience.OPERATORS) != null) {
      components
          .withObjectProperty("securitySchemes")
          .putObject("api_key")
          .put("type", "apiKey")
          .put("in", "header")
          .put("name", "X-Api-Key");
    }
    if ("sigv4".equals(security.scheme(Audience.CALLERS))) {
      components
          .withObjectProperty("securitySchemes")
          .putObject("sigv4")
          .put("type", "apiKey")
          .put("in", "header")
          .put("name", "Authorization")
          .put("description", "AWS Signature Version 4, for the service lambda or execute-api.")
          .put("x-amazon-apigateway-authtype", "awsSigv4");
    }
    if ("bearer".equals(security.scheme(Audience.CALLERS))) {
      components
          .withObjectProperty("securitySchemes")
          .putObject("bearer")
          .put("type", "http")
          .put("scheme", "bearer")
          .put("bearerFormat", "JWT");
    }
  }
}
