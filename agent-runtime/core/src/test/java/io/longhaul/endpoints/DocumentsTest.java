package io.longhaul.endpoints;

import static io.longhaul.endpoints.RunningService.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the service says about itself. */
class DocumentsTest {

  private static RunningService service;

  @BeforeAll
  static void start() {
    service = RunningService.local();
  }

  @AfterAll
  static void stop() throws Exception {
    service.close();
  }

  @Test
  void discoverNamesTheAgentAndEveryRoute() throws Exception {
    var document = json(service.get("/discover"));
    assertThat(document.path("agent_name").stringValue()).isEqualTo("probe");
    assertThat(document.path("capabilities").toString()).isEqualTo("[\"probing\"]");
    assertThat(document.path("input_schema").path("type").stringValue()).isEqualTo("object");
    assertThat(document.path("endpoints")).hasSize(service.routes().table().size());
  }

  @Test
  void openApiDescribesEveryRouteAndNoOther() throws Exception {
    var paths = json(service.get("/openapi.json")).path("paths");
    var described = new ArrayList<String>();
    for (var path : paths.properties()) {
      path.getValue().propertyNames().forEach(m -> described.add(m + " " + path.getKey()));
    }
    assertThat(described)
        .containsExactlyInAnyOrderElementsOf(
            service.routes().table().stream()
                .map(r -> r.method().name().toLowerCase(Locale.ROOT) + " " + r.pattern())
                .toList());
  }

  @Test
  void everyReferenceOfOpenApiLeadsSomewhere() throws Exception {
    var document = json(service.get("/openapi.json"));
    var references = references(document);
    assertThat(references).contains("#/components/schemas/AgentInput/$defs/Text");
    assertThat(references)
        .allSatisfy(r -> assertThat(document.at(r.substring(1)).isMissingNode()).isFalse());
  }

  @Test
  void everyRouteAnswersAStatusThatIsDocumented() throws Exception {
    var paths = json(service.get("/openapi.json")).path("paths");
    for (var route : service.routes().table()) {
      var method = route.method().name();
      var answer = service.call(method, route.pattern().replaceAll("\\{[a-z]+}", "x"));
      var documented =
          paths.path(route.pattern()).path(method.toLowerCase(Locale.ROOT)).path("responses");
      assertThat(documented.propertyNames())
          .as(method + " " + route.pattern())
          .contains(Integer.toString(answer.statusCode()));
    }
  }

  @Test
  void docsLoadNothingFromElsewhere() throws Exception {
    var page = service.get("/-/docs");
    assertThat(page.headers().firstValue("content-type").orElseThrow()).startsWith("text/html");
    assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
        .contains("default-src 'none'");
    assertThat(page.body()).doesNotContain("http://").doesNotContain("https://");
    for (String file : sources(page.body())) {
      assertThat(service.get("/-/" + file).statusCode()).as(file).isEqualTo(200);
    }
  }

  @Test
  void filesBesideTheDocsAreNotServed() throws Exception {
    assertThat(service.get("/docs/index.html").statusCode()).isEqualTo(404);
  }

  @Test
  void headAnswersWithoutABody() throws Exception {
    var head = service.call("HEAD", "/discover");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValueAsLong("content-length").orElseThrow()).isPositive();
  }

  @Test
  void optionsNamesTheMethods() throws Exception {
    var options = service.call("OPTIONS", "/jobs/x");
    assertThat(options.statusCode()).isEqualTo(204);
    assertThat(options.headers().firstValue("allow")).hasValue("DELETE, GET, HEAD, OPTIONS");
  }

  private static List<String> references(JsonNode node) {
    var found = new ArrayList<String>();
    node.findValues("$ref").forEach(reference -> found.add(reference.stringValue()));
    return found;
  }

  private static List<String> sources(String html) {
    return Pattern.compile("(?:src|href)=\"([^\"]+)\"")
        .matcher(html)
        .results()
        .map(match -> match.group(1))
        .toList();
  }
}
