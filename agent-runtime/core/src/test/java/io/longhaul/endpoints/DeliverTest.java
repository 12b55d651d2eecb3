package io.longhaul.endpoints;

import static io.longhaul.endpoints.RunningService.input;
import static io.longhaul.endpoints.RunningService.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.manifest.Auth;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events over HTTP, to a native agent. */
class DeliverTest {

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
  void batchTellsWhichMessagesAreDone() throws Exception {
    var answer = service.post("/-/events/sqs", batch(input("echo"), input("fail"), "no input"));
    assertThat(answer.statusCode()).isEqualTo(200);
    var runs = executions(answer);
    assertThat(runs)
        .extracting(run -> run.path("state").stringValue())
        .containsExactly("succeeded", "failed", "failed");
    assertThat(runs)
        .extracting(run -> run.path("done").toString())
        .containsExactly("[\"m0\"]", "[]", "[]");
    assertThat(runs)
        .extracting(run -> run.path("again").toString())
        .containsExactly("[]", "[\"m1\"]", "[\"m2\"]");
    assertThat(runs.get(0).path("result").toString()).isEqualTo("{\"text\":\"hello\"}");
    assertThat(runs.get(1).path("error").path("message").stringValue()).contains("told to fail");
    assertThat(runs.get(1).path("execution_id").stringValue()).hasSize(36);
    assertThat(runs.get(2).path("error").path("type").stringValue()).isEqualTo("invalid-input");
    assertThat(runs.get(2).path("execution_id").isNull()).isTrue();
  }

  @Test
  void respondAsyncMakesJobsOfTheMessages() throws Exception {
    var answer =
        service.post("/events/sqs", batch(input("echo"), "no input"), "Prefer", "respond-async");
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.headers().firstValue("Preference-Applied")).hasValue("respond-async");
    var runs = executions(answer);
    assertThat(runs.get(0).path("done").toString()).isEqualTo("[\"m0\"]");
    assertThat(
            service
                .ended(runs.get(0).path("execution_id").stringValue())
                .path("state")
                .stringValue())
        .isEqualTo("succeeded");
    assertThat(runs.get(1).path("again").toString()).isEqualTo("[\"m1\"]");
  }

  @Test
  void scheduleRunsItsInput() throws Exception {
    var run = executions(service.post("/events/schedule?trigger=1", "{}")).getFirst();
    assertThat(run.path("result").path("text").stringValue()).isEqualTo("nightly");
  }

  @Test
  void eventOfABusRunsItsDetail() throws Exception {
    var run = executions(service.post("/events/events", "{\"detail\":" + input("echo") + "}"));
    assertThat(run.getFirst().path("state").stringValue()).isEqualTo("succeeded");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/events/kafka              | {}  | 404 | unknown-path",
        "/events/sqs                | {   | 400 | malformed-json",
        "/events/sqs                | {}  | 422 | invalid-input",
        "/events/schedule?trigger=0 | {}  | 400 | invalid-parameter",
        "/events/schedule?trigger=9 | {}  | 422 | invalid-input",
      })
  void whatIsNoEventHasItsProblem(String path, String body, int status, String type)
      throws Exception {
    var answer = service.post(path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    ExecuteTest.assertProblem(answer, type);
  }

  @Test
  void busyServiceSaysSoAndSomeMessagesMayStillRun() throws Exception {
    try (var narrow = new RunningService.Builder().places(1).start()) {
      var holding = narrow.post("/execute", input("hold"), "Prefer", "wait=0");
      var answer = narrow.post("/events/sqs", batch(input("echo")));
      assertThat(answer.statusCode()).isEqualTo(429);
      var mixed = executions(narrow.post("/events/sqs", batch("no input", input("echo"))));
      assertThat(mixed.get(1).path("error").path("type").stringValue()).isEqualTo("refused");
      assertThat(mixed.get(1).path("again").toString()).isEqualTo("[\"m1\"]");
      narrow.call("DELETE", holding.headers().firstValue("Location").orElseThrow());
    }
  }

  @Test
  void eventsNeedAKeyWhereCallersDo() throws Exception {
    try (var keyed = new RunningService.Builder().access(Auth.API_KEY, "secret").start()) {
      assertThat(keyed.post("/events/schedule", "{}").statusCode()).isEqualTo(401);
      assertThat(keyed.post("/events/schedule", "{}", "X-Api-Key", "secret").statusCode())
          .isEqualTo(200);
    }
  }

  private static String batch(String... bodies) {
    return Stream.iterate(0, i -> i < bodies.length, i -> i + 1)
        .map(i -> "{\"messageId\":\"m" + i + "\",\"body\":" + quoted(bodies[i]) + "}")
        .collect(Collectors.joining(",", "{\"Records\":[", "]}"));
  }

  private static String quoted(String text) {
    return JsonMapper.shared().writeValueAsString(text);
  }

  private static List<JsonNode> executions(HttpResponse<String> answer) {
    return json(answer).path("executions").valueStream().toList();
  }
}
