package io.longhaul.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Lambda Invoke API on the wire. */
class InvokeApiTest {

  private static final String WORLD = "{\"name\":\"World\"}";
  private static final String HELD = "{\"name\":\"held\"}";

  @TempDir static Path folder;

  private static Service service;

  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws Exception {
    service =
        AgentFolder.of(
                folder,
                "function-name: Greeter_prod",
                "concurrency: 1",
                "http: {waiting: 0, max-body: 1KB}")
            .start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void answersTheBareOutput() throws Exception {
    var answer = invoke("Greeter_prod", WORLD);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"greeting\":\"Hello World\"}");
    assertThat(header(answer, "X-Amz-Executed-Version")).isEqualTo("$LATEST");
    assertThat(header(answer, "x-amzn-RequestId")).hasSize(36);
    assertThat(answer.headers().firstValue("X-Amz-Function-Error")).isEmpty();
  }

  @Test
  void knowsTheAgentByArnAndByItsOwnName() throws Exception {
    assertThat(
            invoke("arn%3Aaws%3Alambda%3Aus-east-1%3A123456789012%3Afunction%3AGreeter_prod", WORLD)
                .statusCode())
        .isEqualTo(200);
    assertThat(send("greeter:live", "invocations?Qualifier=live", WORLD).join().statusCode())
        .isEqualTo(200);
  }

  @Test
  void functionThatFailedIsA200WithItsError() throws Exception {
    var answer = invoke("greeter", "{\"name\":\"broken\"}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "X-Amz-Function-Error")).isEqualTo("Unhandled");
    assertThat(answer.body())
        .isEqualTo(
            "{\"errorType\":\"java.lang.IllegalStateException\","
                + "\"errorMessage\":\"broken on purpose\"}");
  }

  @Test
  void eventBecomesAJobOnceHoweverOftenItIsSent() throws Exception {
    String[] headers = {"X-Amz-Invocation-Type", "Event", "amz-sdk-invocation-id", "event-1"};
    var first = invoke("greeter", WORLD, headers);
    var retry = invoke("greeter", WORLD, headers);
    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(first.body()).isEmpty();
    assertThat(header(retry, "x-amzn-RequestId")).isEqualTo(header(first, "x-amzn-RequestId"));
    assertThat(get("/jobs/" + header(first, "x-amzn-RequestId")).statusCode()).isEqualTo(200);
  }

  @Test
  void oldInvokeAsyncBecomesAJob() throws Exception {
    for (String end : List.of("", "/")) {
      var answer = sendTo("/2014-11-13/functions/greeter/invoke-async" + end, WORLD).join();
      assertThat(answer.statusCode()).isEqualTo(202);
      assertThat(get("/jobs/" + header(answer, "x-amzn-RequestId")).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void otherOperationsOfTheLambdaApiAreUnknown() {
    var checkpoint = sendTo("/2025-12-01/durable-executions/arn/checkpoint", "{}").join();
    assertThat(checkpoint.statusCode()).isEqualTo(404);
  }

  @Test
  void dryRunRunsNothing() throws Exception {
    var answer = invoke("greeter", "{\"name\":\"held\"}", "X-Amz-Invocation-Type", "DryRun");
    assertThat(answer.statusCode()).isEqualTo(204);
  }

  @Test
  void errorsHaveTheShapesOfAws() throws Exception {
    assertError(invoke("other", WORLD), 404, "ResourceNotFoundException");
    assertError(invoke("greeter", "{"), 400, "InvalidRequestContentException");
    assertError(invoke("greeter", "{\"nam\":1}"), 400, "InvalidRequestContentException");
    assertError(invoke("greeter", "\"" + "x".repeat(2000) + "\""), 413, "RequestTooLargeException");
    assertError(
        invoke("greeter", WORLD, "X-Amz-Invocation-Type", "event"),
        400,
        "InvalidParameterValueException");
  }

  @Test
  void inputThatDoesNotFitIsRefusedByItsField() {
    assertThat(invoke("greeter", "{\"name\":1}").body()).contains("\"message\":\"name: ");
  }

  @Test
  void retryJoinsTheRunningCallAndEveryOtherCallIsRefused() throws Exception {
    var first = send("greeter", "invocations", HELD, "amz-sdk-invocation-id", "call-1");
    Greeter.STARTED.acquire();
    var other = invoke("greeter", WORLD, "amz-sdk-invocation-id", "call-2");
    var retry = send("greeter", "invocations", HELD, "amz-sdk-invocation-id", "call-1");
    Greeter.RELEASE.release();
    assertThat(header(retry.join(), "x-amzn-RequestId"))
        .isEqualTo(header(first.join(), "x-amzn-RequestId"));
    assertThat(retry.join().body()).isEqualTo("{\"greeting\":\"Hello held\"}");
    assertError(other, 429, "TooManyRequestsException");
    assertThat(header(other, "Retry-After")).isEqualTo("1");
    assertThat(other.body()).contains("\"Reason\":");
    assertThat(invoke("greeter", WORLD, "amz-sdk-invocation-id", "call-2").statusCode())
        .isEqualTo(200);
  }

  @Test
  void answerCanComeAsAnEventStream() throws Exception {
    var path = "/2021-11-15/functions/greeter/response-streaming-invocations";
    var answer = sendTo(path, WORLD).join();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/vnd.amazon.eventstream");
    assertThat(header(answer, "x-amzn-RequestId")).hasSize(36);
    assertThat(answer.body()).contains("PayloadChunk", "{\"greeting\":\"Hello World\"}");
    assertThat(sendTo(path, "{\"name\":\"broken\"}").join().body())
        .contains("InvokeComplete", "\"ErrorCode\":\"java.lang.IllegalStateException\"");
    assertError(
        sendTo(path, WORLD, "X-Amz-Invocation-Type", "Event").join(),
        400,
        "InvalidParameterValueException");
  }

  @Test
  void clientContextMustBeAnObject() {
    for (String context : List.of("%%%", "MQ==")) {
      assertError(
          invoke("greeter", WORLD, "X-Amz-Client-Context", context),
          400,
          "InvalidRequestContentException");
    }
  }

  @Test
  void withoutAKeyACallIsDenied(@TempDir Path other) throws Exception {
    var agent = AgentFolder.of(other, "access: {auth: api-key}");
    try (var keyed = agent.start(Map.of("API_KEYS", "secret"), "--access", "api-key")) {
      var uri = URI.create(keyed.url() + "/2015-03-31/functions/greeter/invocations");
      var request = HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString(WORLD));
      assertError(
          http.send(request.build(), BodyHandlers.ofString()), 403, "AccessDeniedException");
      assertThat(
              http.send(request.header("X-Api-Key", "secret").build(), BodyHandlers.ofString())
                  .statusCode())
          .isEqualTo(200);
    }
  }

  private static void assertError(HttpResponse<String> answer, int status, String name) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(header(answer, "x-amzn-ErrorType")).isEqualTo(name);
    assertThat(header(answer, "x-amzn-RequestId")).hasSize(36);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
    assertThat(answer.body()).startsWith("{\"Type\":\"User\",\"").containsIgnoringCase("message");
  }

  private HttpResponse<String> invoke(String name, String input, String... headers) {
    return send(name, "invocations", input, headers).join();
  }

  private CompletableFuture<HttpResponse<String>> send(
      String name, String operation, String input, String... headers) {
    return sendTo("/2015-03-31/functions/" + name + "/" + operation, input, headers);
  }

  /** Without a type, as boto3 sends it. */
  private CompletableFuture<HttpResponse<String>> sendTo(
      String path, String input, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(service.url() + path))
            .POST(BodyPublishers.ofString(input));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.sendAsync(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(service.url() + path)).build(), BodyHandlers.ofString());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElseThrow();
  }
}
