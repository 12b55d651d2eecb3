package io.longhaul.discovery;

import io.longhaul.http.Operation;
import io.longhaul.http.ProblemForm;
import io.longhaul.http.ProblemType;
import io.longhaul.http.Route;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes one route as an operation of OpenAPI. */
final class OpenApiOperation {

  private final Security security;
  private final JsonMapper mapper;

  OpenApiOperation(Security security, JsonMapper mapper) {
    this.security = security;
    this.mapper = mapper;
  }

  ObjectNode of(Route route) {
    Operation operation = route.operation();
    ObjectNode node = mapper.createObjectNode();
    node.put("operationId", operation.id());
    node.put("summary", operation.summary());
    node.putArray("tags").add(operation.tag());
    security(node, route);
    for (var parameter : operation.parameters()) {
      ObjectNode described = node.withArrayProperty("parameters").addObject();
      described.put("name", parameter.name()).put("in", parameter.in());
      described.put("required", parameter.in().equals("path"));
      described.put("description", parameter.description());
      described.set("schema", reference(parameter.schema()));
    }
    if (operation.input() != null) {
      ObjectNode body = node.putObject("requestBody").put("required", true);
      content(body, "application/json").set("schema", reference(operation.input()));
    }
    ObjectNode responses = node.putObject("responses");
    operation.replies().forEach(reply -> reply(responses, reply));
    problems(responses, route);
    return node;
  }

  private void security(ObjectNode node, Route route) {
    String scheme = security.scheme(route.audience());
    if (scheme != null) {
      node.putArray("security").addObject().putArray(scheme);
    }
  }

  private void reply(ObjectNode responses, Operation.Reply reply) {
    ObjectNode node = responses.putObject(Integer.toString(reply.status()));
    node.put("description", reply.description());
    reply.headers().forEach(header -> header(node, header));
    if (reply.contentType() != null) {
      ObjectNode content = content(node, reply.contentType());
      if (reply.schema() != null) {
        content.set("schema", reference(reply.schema()));
      }
    }
  }

  private void problems(ObjectNode responses, Route route) {
    ProblemForm form = route.form();
    var byStatus =
        RouteProblems.of(route, security).stream()
            .collect(Collectors.groupingBy(form::status, TreeMap::new, Collectors.toList()));
    byStatus.forEach((status, types) -> problem(responses, status, types, form));
  }

  private void problem(
      ObjectNode responses, int status, List<ProblemType> types, ProblemForm form) {
    ObjectNode node = responses.putObject(Integer.toString(status));
    node.put(
        "description", types.stream().map(ProblemType::meaning).collect(Collectors.joining(" ")));
    if (status == 401) {
      header(node, "WWW-Authenticate");
    }
    if (status == 429 || status == 503) {
      header(node, "Retry-After");
    }
    if (form.equals(ProblemForm.PROBLEM_JSON)) {
      problemJson(node, types);
    } else {
      content(node, form.contentType()).set("schema", reference(form.schema()));
      problemJson(node, types.stream().filter(RouteProblems.BEFORE_ANY_ROUTE::contains).toList());
    }
  }

  private void problemJson(ObjectNode node, List<ProblemType> types) {
    if (types.isEmpty()) {
      return;
    }
    ProblemForm form = ProblemForm.PROBLEM_JSON;
    ObjectNode schema = content(node, form.contentType()).putObject("schema");
    var parts = schema.putArray("allOf");
    parts.add(reference(form.schema()));
    var words = parts.addObject().putObject("properties").putObject("type").putArray("enum");
    types.forEach(type -> words.add(type.uri()));
  }

  private static ObjectNode content(ObjectNode node, String type) {
    return node.withObjectProperty("content").putObject(type);
  }

  private static void header(ObjectNode node, String name) {
    node.withObjectProperty("headers").putObject(name).putObject("schema").put("type", "string");
  }

  private ObjectNode reference(String schema) {
    return mapper.createObjectNode().put("$ref", "#/components/schemas/" + schema);
  }
}
