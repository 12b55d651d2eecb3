package io.longhaul.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Web frameworks behind adapters that others published, unmodified, under AWS's own client. */
class PublishedAdaptersTest {

  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  static void requireAdapters() throws Exception {
    var runtime = System.getenv("LONGHAUL_TEST_PYTHON");
    assumeThat(runtime != null && imports(runtime))
        .as(
            "skipped: LONGHAUL_TEST_PYTHON names no virtual environment with awslambdaric, mangum,"
                + " fastapi, python-multipart, serverless-wsgi, flask, apig-wsgi and bottle;"
                + " .ci/run makes one")
        .isTrue();
  }

  private static boolean imports(String runtime) throws IOException, InterruptedException {
    var packages =
        "import awslambdaric, mangum, fastapi, python_multipart, serverless_wsgi, flask, apig_wsgi,"
            + " bottle";
    return new ProcessBuilder(Path.of(runtime, "bin/python").toString(), "-c", packages)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  @ParameterizedTest
  @CsvSource({
    "fastapi, api-gateway-v2",
    "fastapi, api-gateway-v1",
    "fastapi, function-url",
    "fastapi, alb",
    "flask, api-gateway-v1",
    "flask, api-gateway-v2",
    "flask, alb",
    "bottle, api-gateway-v1",
    "bottle, api-gateway-v2",
    "bottle, function-url",
    "bottle, alb"
  })
  void frameworkAnswersAsItDoesOnLambda(String framework, String event, @TempDir Path folder)
      throws Exception {
    try (var service = start(framework, event, folder)) {
      var url = service.url();
      var item =
          send(
              request(url, "/items/a%20%C3%BC?q=1&q=x%26y")
                  .header("Cookie", "b=1; c=2")
                  .header("Authorization", "Basic its-own"));
      assertThat(item.statusCode()).as(item.body()).isEqualTo(200);
      assertThat(item.headers().firstValue("content-type")).hasValue("application/json");
      assertThat(item.body().replace(" ", "").replace("\\u00fc", "ü"))
          .contains(name(framework, event), "\"cookie\":\"2\"", "\"auth\":\"Basicits-own\"");
      queryArrives(item.body().replaceAll("\\s", ""), event);
      formAndBytesArrive(url);
      bothCookiesComeBack(url, event);
      assertThat(send(request(url, "/nowhere")).statusCode()).isEqualTo(404);
      assertThat(send(request(url, "/items/a").DELETE()).statusCode()).isEqualTo(405);
      assertThat(send(request(url, "/broken")).statusCode()).isBetween(500, 502);
      assertThat(send(request(url, "/-/status")).body()).contains("\"status\":\"healthy\"");
    }
  }

  /**
   * The path of an HTTP API comes decoded, and apig-wsgi takes it for Latin-1: so on Lambda too.
   */
  private static String name(String framework, String event) {
    var lost = framework.equals("bottle") && event.equals("api-gateway-v2");
    return lost ? "\"name\":\"a\"" : "\"name\":\"aü\"";
  }

  /** Payload 2.0 joins what a load balancer cuts down to the last value. */
  private static void queryArrives(String item, String event) {
    switch (event) {
      case "api-gateway-v1" ->
          assertThat(item).contains("\"all\":[\"1\",\"x&y\"]", "\"client\":\"127.0.0.1\"");
      case "alb" -> assertThat(item).contains("x");
      default -> assertThat(item).contains("x&y", "\"client\":\"127.0.0.1\"");
    }
  }

  private void formAndBytesArrive(String url) throws Exception {
    var form =
        send(
            request(url, "/form")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("word=a+%26+b")));
    assertThat(form.body().replaceAll("\\s", "")).isEqualTo("{\"word\":\"a&b\"}");
    var sent = new String(new char[] {0, 255, 128, 10, 13}).getBytes(StandardCharsets.ISO_8859_1);
    var bytes =
        http.send(
            request(url, "/bytes")
                .header("Content-Type", "image/png")
                .POST(BodyPublishers.ofByteArray(sent))
                .build(),
            BodyHandlers.ofByteArray());
    assertThat(bytes.body()).isEqualTo(sent);
  }

  private void bothCookiesComeBack(String url, String event) throws Exception {
    var cookies = send(request(url, "/cookies")).headers().allValues("set-cookie");
    if (event.equals("alb")) {
      // without multi-value headers an adapter has to spell the name in two ways
      assertThat(cookies).hasSizeGreaterThanOrEqualTo(1);
    } else {
      assertThat(cookies.stream().map(cookie -> cookie.substring(0, 3)).distinct().sorted())
          .isEqualTo(List.of("a=1", "b=2"));
    }
  }

  private static Service start(String framework, String event, Path folder) throws IOException {
    Files.createDirectory(folder.resolve("src"));
    var app = "frameworks/" + framework + ".py";
    try (var code = PublishedAdaptersTest.class.getResourceAsStream(app)) {
      Files.copy(Objects.requireNonNull(code), folder.resolve("src/app.py"));
    }
    Files.writeString(
        folder.resolve("agent.yaml"),
        """
        manifest: 1
        name: web
        version: 1.0.0
        description: Answers as a web framework does
        runtime: python3.13
        handler: app.handler
        code: src
        http: {event: %s}
        """
            .formatted(event));
    var runtime = Objects.requireNonNull(System.getenv("LONGHAUL_TEST_PYTHON"));
    return new AgentFolder(folder).start("--runtime", runtime);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(String url, String path) {
    return HttpRequest.newBuilder(URI.create(url + path));
  }
}
