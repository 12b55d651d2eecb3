package io.longhaul.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.testing.EventFixture;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends the HTTP request that each sample of AWS's describes to a service behind a load balancer,
 * and compares the event that the function gets with the sample, field by field.
 */
class HttpEventSamplesTest {

  /** What names the account, its resources, the request and its time. */
  private static final Set<String> APART =
      Set.of(
          "/requestContext/accountId",
          "/requestContext/apiId",
          "/requestContext/resourceId",
          "/requestContext/requestId",
          "/requestContext/extendedRequestId",
          "/requestContext/requestTime",
          "/requestContext/requestTimeEpoch",
          "/requestContext/time",
          "/requestContext/timeEpoch",
          "/requestContext/elb/targetGroupArn");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(EventFixture.class)
  void eventIsTheSample(EventFixture fixture) throws Exception {
    var sample = JsonMapper.shared().readTree(fixture.json());
    try (var service = EchoService.behindProxy(folder, http(fixture, sample))) {
      var answer = new String(service.raw(request(sample)), UTF_8);
      var event = JsonMapper.shared().readTree(answer.substring(answer.indexOf("\r\n\r\n") + 4));
      var expected = fields(sample);
      var got = fields(event);
      assertThat(got.keySet())
          .as("fields that only ids and times fill")
          .containsAll(present(expected));
      APART.forEach(name -> {
        expected.remove(name);
        got.remove(name);
      });
      assertThat(got).as(fixture.source()).isEqualTo(expected);
    }
  }

  private static Set<String> present(Map<String, JsonNode> fields) {
    return fields.keySet().stream().filter(APART::contains).collect(Collectors.toSet());
  }

  private static String http(EventFixture fixture, JsonNode sample) {
    return switch (fixture) {
      case REST_API_POST -> "{event: api-gateway-v1, stage: testStage}";
      case REST_API_GET -> "{event: api-gateway-v1, stage: Prod, routes: [GET /test]}";
      case HTTP_API_POST, HTTP_API_GET -> "{event: api-gateway-v2}";
      case HTTP_API_STAGE ->
          "{event: api-gateway-v2, stage: Prod, routes: [\"%s\"]}"
              .formatted(sample.path("routeKey").stringValue());
      case LOAD_BALANCER_GET, LOAD_BALANCER_ENCODED -> "{event: alb}";
      case FUNCTION_URL_POST, FUNCTION_URL_BINARY, FUNCTION_URL_GET -> "{event: function-url}";
    };
  }

  private static byte[] request(JsonNode sample) {
    var head = new StringBuilder();
    var http = sample.has("httpMethod") ? sample : sample.path("requestContext").path("http");
    head.append(http.path(sample.has("httpMethod") ? "httpMethod" : "method").stringValue())
        .append(' ')
        .append(target(sample))
        .append(" HTTP/1.1\r\n");
    headers(sample, head);
    var body = body(sample);
    if (body.length > 0 && !sample.path("headers").has("content-length")) {
      // a REST API tells functions no length, so its sample has none
      head.append("Transfer-Encoding: chunked\r\n\r\n")
          .append(Integer.toHexString(body.length))
          .append("\r\n")
          .append(new String(body, ISO_8859_1))
          .append("\r\n0\r\n\r\n");
      return head.toString().getBytes(ISO_8859_1);
    }
    var whole = new ByteArrayOutputStream();
    whole.writeBytes(head.append("\r\n").toString().getBytes(ISO_8859_1));
    whole.writeBytes(body);
    return whole.toByteArray();
  }

  private static String target(JsonNode sample) {
    if (sample.has("rawPath")) {
      var path =
          sample.path("rawPath").stringValue().replace(" ", "%20").replaceFirst("^/Prod", "");
      var query = sample.path("rawQueryString").stringValue();
      return query.isEmpty() ? path : path + "?" + query;
    }
    var query = new StringBuilder();
    sample
        .path("multiValueQueryStringParameters")
        .properties()
        .forEach(p -> p.getValue().forEach(v -> pair(query, p.getKey(), v)));
    if (query.isEmpty()) {
      sample
          .path("queryStringParameters")
          .properties()
          .forEach(p -> pair(query, p.getKey(), p.getValue()));
    }
    return sample.path("path").stringValue() + (query.isEmpty() ? "" : "?" + query);
  }

  private static void pair(StringBuilder query, String name, JsonNode value) {
    query.append(query.isEmpty() ? "" : "&").append(name).append('=').append(value.stringValue());
  }

  private static void headers(JsonNode sample, StringBuilder head) {
    var many = sample.path("multiValueHeaders");
    if (many.isObject()) {
      many.properties().forEach(h -> h.getValue().forEach(v -> line(head, h.getKey(), v)));
    } else {
      sample.path("headers").properties().forEach(h -> line(head, h.getKey(), h.getValue()));
      if (!sample.path("headers").has("cookie")) {
        sample.path("cookies").forEach(cookie -> line(head, "cookie", cookie));
      }
    }
  }

  private static void line(StringBuilder head, String name, JsonNode value) {
    head.append(name).append(": ").append(value.stringValue()).append("\r\n");
  }

  private static byte[] body(JsonNode sample) {
    if (!sample.path("body").isString()) {
      return new byte[0];
    }
    var body = sample.path("body").stringValue();
    return sample.path("isBase64Encoded").booleanValue()
        ? Base64.getDecoder().decode(body)
        : body.getBytes(UTF_8);
  }

  /** Every value that is no object, by its JSON pointer. */
  private static Map<String, JsonNode> fields(JsonNode event) {
    var fields = new TreeMap<String, JsonNode>();
    collect(event, "", fields);
    return fields;
  }

  private static void collect(JsonNode node, String at, Map<String, JsonNode> fields) {
    if (node.isObject() && !node.isEmpty()) {
      node.properties().forEach(f -> collect(f.getValue(), at + "/" + f.getKey(), fields));
    } else {
      fields.put(at, node);
    }
  }
}
