package io.longhaul.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A function as it would stand on Lambda, under AWS's own client. */
class PythonFunctionTest {

  private static final String MANIFEST =
      """
      manifest: 1
      name: py-tested
      version: 1.0.0
      description: Does what it is told
      runtime: python3.13
      handler: app.handler
      code: src
      layers: [layer]
      function-name: Tested_prod
      instances: 2
      env: {MODE: test}
      config:
        TOKEN: {secret: true}
      """;

  private static final String CODE =
      """
      import json, os, boto3, layered, packaged, s3transfer

      def handler(event, context):
          what = event.get("do")
          if what == "fail":
              raise ValueError("no luck")
          if what == "exit":
              os._exit(3)
          if what == "large":
              return "x" * 5_900_000
          return {
              "event": event,
              "request_id": context.aws_request_id,
              "name": context.function_name,
              "days": context.get_remaining_time_in_millis() / 86_400_000,
              "mode": os.environ["MODE"],
              "token": os.environ["TOKEN"],
              "keys": os.environ.get("API_KEYS"),
              "boto3": boto3.__name__,
              "layer": layered.WORD + packaged.WORD,
              "carried": s3transfer.WORD,
          }
      """;

  /** Boto3 brings a package of this name, and needs its modules. */
  private static final String OWN =
      """
      import pkgutil
      __path__ = pkgutil.extend_path(__path__, __name__)
      __version__ = "0"
      WORD = "the function's own"
      """;

  private final HttpClient http = HttpClient.newHttpClient();
  @TempDir private Path folder;
  private @Nullable Service service;

  @BeforeEach
  void start() throws IOException {
    var runtime = System.getenv("LONGHAUL_TEST_PYTHON");
    assumeThat(runtime)
        .as(
            "skipped: LONGHAUL_TEST_PYTHON names no virtual environment with awslambdaric and"
                + " boto3; .ci/run makes one")
        .isNotNull();
    Files.writeString(folder.resolve("agent.yaml"), MANIFEST);
    Files.createDirectories(folder.resolve("layer/python"));
    Files.writeString(folder.resolve("layer/python/layered.py"), "WORD = 'from a layer'");
    var packages = "layer/python/lib/python3.13/site-packages";
    Files.writeString(
        Files.createDirectories(folder.resolve(packages)).resolve("packaged.py"),
        "WORD = ', and its packages'");
    Files.createDirectory(folder.resolve("src"));
    Files.writeString(
        Files.createDirectories(folder.resolve("src/s3transfer")).resolve("__init__.py"), OWN);
    Files.writeString(folder.resolve("src/app.py"), CODE);
    service =
        new AgentFolder(folder)
            .start(Map.of("API_KEYS", "k", "TOKEN", "t0ken"), "--runtime", runtime);
  }

  @AfterEach
  void stop() {
    if (service != null) {
      service.close();
    }
  }

  @Test
  void unmodifiedFunctionIsServed() throws Exception {
    var answer = execute("{\"a\": [1, \"ü\"]}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"event\": {\"a\": [1, \"ü\"]}", "\"name\": \"Tested_prod\"")
        .contains("\"mode\": \"test\"", "\"token\": \"t0ken\"", "\"keys\": null")
        .contains("\"layer\": \"from a layer, and its packages\"", "\"days\": 0.99")
        .contains("\"boto3\": \"boto3\"", "\"carried\": \"the function's own\"");
  }

  @Test
  void executionsIdIsTheHandlersRequestId() throws Exception {
    var body = execute("{}").body();
    var id = body.replaceAll("(?s).*\"execution_id\":\"([^\"]+)\".*", "$1");
    assertThat(body).contains("\"request_id\": \"" + id + "\"");
  }

  @Test
  void exceptionIsAFailureThatNamesIt() throws Exception {
    var answer = execute("{\"do\": \"fail\"}");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("execution-failed", "ValueError: no luck");
  }

  @Test
  void processThatEndsFailsItsCallOnly() throws Exception {
    assertThat(execute("{\"do\": \"exit\"}").body()).contains("Runtime exited", "exit status 3");
    assertThat(execute("{}").statusCode()).isEqualTo(200);
  }

  @Test
  void payloadOfLambdasLimitPasses() throws Exception {
    assertThat(execute("{\"do\": \"large\"}").body()).hasSizeGreaterThan(5_900_000);
    var event = "{\"a\": \"" + "x".repeat(6_000_000) + "\"}";
    assertThat(execute(event).statusCode()).isEqualTo(200);
  }

  @Test
  void malformedJsonNeverReachesIt() throws Exception {
    assertThat(execute("{\"a\":").statusCode()).isEqualTo(400);
  }

  @Test
  void jobRunsIt() throws Exception {
    var accepted =
        http.send(
            request("/execute")
                .header("Prefer", "respond-async")
                .POST(BodyPublishers.ofString("{\"b\": 2}"))
                .build(),
            BodyHandlers.ofString());
    assertThat(accepted.statusCode()).isEqualTo(202);
    var job = accepted.headers().firstValue("Location").orElseThrow();
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(get(job + "/result").body()).contains("\"b\": 2"));
  }

  private HttpResponse<String> execute(String event) throws Exception {
    return http.send(
        request("/execute").POST(BodyPublishers.ofString(event)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(request(path).GET().build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    assertThat(service).isNotNull();
    return HttpRequest.newBuilder(URI.create(service.url() + path))
        .header("Content-Type", "application/json");
  }
}
