package io.longhaul.endpoints;

import static io.longhaul.endpoints.RunningService.input;
import static io.longhaul.endpoints.RunningService.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExecuteTest {

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
  void executeAnswersAnEnvelope() throws Exception {
    var answer = service.post("/execute", input("echo"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .matches(
            "\\{\"success\":true,\"result\":\\{\"text\":\"hello\"},\"execution_id\":\"[0-9a-f-]{36}\"}");
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
    assertThat(answer.headers().firstValueAsLong("content-length"))
        .hasValue(answer.body().length());
  }

  @Test
  void invocationsAnswersTheBareOutput() throws Exception {
    assertThat(service.post("/invocations", input("echo")).body())
        .isEqualTo("{\"text\":\"hello\"}");
  }

  @Test
  void twinReachesTheSame() throws Exception {
    assertThat(service.post("/-/execute", input("echo")).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"act\":        | 400 | malformed-json",
        "''               | 400 | malformed-json",
        "{\"act\":\"x\"}  | 422 | invalid-input",
        "{\"act\":1,\"text\":\"\"} | 422 | invalid-input",
        "[]               | 422 | invalid-input",
        "{\"act\":\"refuse\",\"text\":\"\"} | 422 | invalid-input",
        "{\"act\":\"fail\",\"text\":\"\"} | 500 | execution-failed",
      })
  void badInputHasItsOwnProblem(String body, int status, String type) throws Exception {
    var answer = service.post("/execute", body);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertProblem(answer, type);
  }

  @Test
  void deepNestingIsMalformed() throws Exception {
    var answer = service.post("/execute", "[".repeat(20_000));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertProblem(answer, "malformed-json");
  }

  @Test
  void inputThatDoesNotFitNamesTheField() throws Exception {
    var answer = json(service.post("/execute", "{\"act\":\"echo\"}"));
    assertThat(answer.path("field").stringValue()).isEqualTo("text");
  }

  @Test
  void refusedInputNamesTheFieldAndTheExecution() throws Exception {
    var answer = json(service.post("/execute", input("refuse")));
    assertThat(answer.path("field").stringValue()).isEqualTo("text");
    assertThat(answer.path("error").stringValue()).isEqualTo("cannot be used");
    assertThat(answer.path("execution_id").stringValue()).hasSize(36);
  }

  @Test
  void failureNamesTheExecutionAndShowsNoStackTrace() throws Exception {
    var answer = service.post("/execute", input("fail"));
    assertThat(json(answer).path("execution_id").stringValue()).hasSize(36);
    assertThat(answer.body()).contains("told to fail").doesNotContain("Probe.java");
  }

  @ParameterizedTest
  @CsvSource({
    "text/plain, 415",
    "application/x-www-form-urlencoded, 415",
    "application/json;charset=utf-16, 415",
    "nonsense, 415",
    "application/json; charset=UTF-8, 200",
    "application/cloudevents+json, 200"
  })
  void otherThanJsonIsRefused(String type, int status) throws Exception {
    var request =
        service
            .request("/execute", "Content-Type", type)
            .POST(BodyPublishers.ofString(input("echo")));
    assertThat(service.send(request).statusCode()).isEqualTo(status);
  }

  @Test
  void bodyWithoutTypeIsTakenAsJson() throws Exception {
    var request = service.request("/execute").POST(BodyPublishers.ofString(input("echo")));
    assertThat(service.send(request).statusCode()).isEqualTo(200);
  }

  @Test
  void respondAsyncAnswersWithAJob() throws Exception {
    var answer = service.post("/execute", input("echo"), "Prefer", "foo=1, Respond-Async; x=y");
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(json(answer).path("status").stringValue()).isEqualTo("queued");
    var id = json(answer).path("job_id").stringValue();
    assertThat(answer.headers().firstValue("Location")).hasValue("/jobs/" + id);
    assertThat(answer.headers().firstValue("Preference-Applied")).hasValue("respond-async");
    assertThat(service.ended(id).path("state").stringValue()).isEqualTo("succeeded");
  }

  @Test
  void callThatOutlivesItsWaitGoesOnAsAJob() throws Exception {
    var answer = service.post("/-/execute", input("hold"), "Prefer", "wait=0");
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(json(answer).path("status").stringValue()).isEqualTo("running");
    var id = json(answer).path("job_id").stringValue();
    assertThat(answer.headers().firstValue("Location")).hasValue("/-/jobs/" + id);
    Probe.RELEASE.release();
    assertThat(service.ended(id).path("state").stringValue()).isEqualTo("succeeded");
  }

  @Test
  void waitThatIsLongEnoughAnswersTheResult() throws Exception {
    var answer = service.post("/execute", input("echo"), "Prefer", "wait=50");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Preference-Applied")).hasValue("wait=50");
  }

  @Test
  void sameKeyIsTheSameExecution() throws Exception {
    var first = service.post("/execute", input("echo"), "Idempotency-Key", "k-1");
    var second = service.post("/execute", input("echo"), "Idempotency-Key", "k-1");
    assertThat(second.body()).isEqualTo(first.body());
  }

  @Test
  void sameKeyWithAnotherBodyIsRefused() throws Exception {
    service.post("/execute", input("echo"), "Idempotency-Key", "k-2");
    var answer =
        service.post("/execute", "{\"act\":\"echo\",\"text\":\"other\"}", "Idempotency-Key", "k-2");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertProblem(answer, "key-reused");
  }

  @Test
  void keyThatIsTooLongIsRefused() throws Exception {
    var answer = service.post("/execute", input("echo"), "Idempotency-Key", "k".repeat(256));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("field").stringValue()).isEqualTo("Idempotency-Key");
  }

  @Test
  void moreCallsThanPlacesAreToldToComeBack() throws Exception {
    try (var narrow = new RunningService.Builder().places(1).start()) {
      var holding = narrow.post("/execute", input("hold"), "Prefer", "wait=0");
      var answer = narrow.post("/execute", input("echo"));
      assertThat(answer.statusCode()).isEqualTo(429);
      assertProblem(answer, "busy");
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      narrow.call("DELETE", holding.headers().firstValue("Location").orElseThrow());
    }
  }

  static void assertProblem(HttpResponse<String> answer, String type) {
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
    var problem = json(answer);
    assertThat(problem.path("type").stringValue()).isEqualTo("urn:longhaul:problem:" + type);
    assertThat(problem.path("status").intValue()).isEqualTo(answer.statusCode());
    assertThat(problem.path("success").booleanValue()).isFalse();
    assertThat(problem.path("error").stringValue()).isNotBlank();
  }
}
