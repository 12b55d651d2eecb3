package io.longhaul.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.longhaul.app.FunctionFolder.Installed;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Adapters that others published, as they come from npm. */
@Timeout(120)
class PublishedNodeTest {

  private static final String EVENT =
      """
      {"version": "2.0", "routeKey": "$default", "rawPath": "%2$s", "rawQueryString": "full=yes",
       "headers": {"content-type": "application/json", "user-agent": "curl/8", "host": "api.example.com"},
       "requestContext": {"accountId": "123456789012", "apiId": "api", "domainName": "api.example.com",
         "http": {"method": "%1$s", "path": "%2$s", "protocol": "HTTP/1.1", "sourceIp": "192.0.2.1",
           "userAgent": "curl/8"},
         "requestId": "r", "routeKey": "$default", "stage": "$default",
         "time": "12/Mar/2026:19:03:58 +0000", "timeEpoch": 1773342238000},
       "body": "{\\"name\\": \\"Ada\\"}", "isBase64Encoded": false}
      """;

  @TempDir private Path folder;
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void expressBehindServerlessExpress() throws Exception {
    install("express", "express.js", "app.js");
    try (var function = FunctionFolder.serve(folder, Installed.node("nodejs22.x"), "app.handler")) {
      assertThat(function.execute(EVENT.formatted("GET", "/customers/42")).body())
          .contains("\"statusCode\":200", "\\\"id\\\":\\\"42\\\",\\\"agent\\\":\\\"curl/8\\\"")
          .contains("\"x-query\":\"yes\"", "seen=1");
      assertThat(function.execute(EVENT.formatted("POST", "/customers")).body())
          .contains("\"statusCode\":201", "\\\"name\\\":\\\"Ada\\\"");
      assertThat(function.execute(EVENT.formatted("GET", "/nowhere")).body())
          .contains("\"statusCode\":404");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "whole, api-gateway-v1",
    "whole, api-gateway-v2",
    "whole, function-url",
    "streamed, function-url"
  })
  void honoBehindItsOwnAdapter(String handler, String event) throws Exception {
    try (var function = hono(handler, event)) {
      var customer =
          send(request(function, "/customers/a%20%C3%BC?full=x%26y").header("Cookie", "c=3"));
      assertThat(customer.statusCode()).as(customer.body()).isEqualTo(200);
      assertThat(customer.headers().firstValue("content-type")).hasValue("application/json");
      assertThat(customer.headers().firstValue("x-query")).hasValue("x&y");
      assertThat(customer.headers().allValues("set-cookie"))
          .containsExactly("a=1; Path=/", "b=2; Path=/");
      assertThat(customer.body()).isEqualTo("{\"id\":\"a ü\",\"cookie\":\"c=3\"}");
      bytesComeBack(function);
      assertThat(send(request(function, "/nowhere")).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void honoStreams() throws Exception {
    try (var function = hono("streamed", "function-url")) {
      var answer = http.send(request(function, "/parts").build(), BodyHandlers.ofInputStream());
      assertThat(answer.headers().firstValue("content-type").orElseThrow())
          .startsWith("text/plain");
      try (var body = answer.body()) {
        assertThat(new String(body.readNBytes(4), UTF_8)).isEqualTo("one ");
        Files.createFile(folder.resolve("src/go")); // the function waits for it
        assertThat(new String(body.readAllBytes(), UTF_8)).isEqualTo("two");
      }
    }
  }

  private FunctionFolder hono(String handler, String event) throws Exception {
    install("hono", "hono.mjs", "app.mjs");
    var gateway = "http: {event: %s}".formatted(event);
    return FunctionFolder.serve(folder, Installed.node("nodejs22.x"), "app." + handler, gateway);
  }

  private void bytesComeBack(FunctionFolder function) throws Exception {
    var sent = new byte[] {0, -1, -128, 10, 13};
    var post = request(function, "/bytes").POST(BodyPublishers.ofByteArray(sent));
    var answer = http.send(post.build(), BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body()).isEqualTo(sent);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(FunctionFolder function, String path) {
    return HttpRequest.newBuilder(URI.create(function.url() + path));
  }

  /** Skips the test where the framework is not installed. */
  private void install(String framework, String app, String as) throws Exception {
    var packages = FunctionFolder.nodes().resolve(framework).resolve("node_modules");
    assumeThat(Files.isDirectory(packages))
        .as("skipped: %s is not there; .ci/run installs it", packages)
        .isTrue();
    var source = Files.createDirectory(folder.resolve("src"));
    var copied =
        new ProcessBuilder("cp", "-r", packages.toString(), source.toString()).inheritIO().start();
    assertThat(copied.waitFor()).isZero();
    try (var code = PublishedNodeTest.class.getResourceAsStream("frameworks/" + app)) {
      Files.copy(Objects.requireNonNull(code), source.resolve(as));
    }
  }
}
