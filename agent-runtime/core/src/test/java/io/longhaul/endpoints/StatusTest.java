package io.longhaul.endpoints;

import static io.longhaul.endpoints.ExecuteTest.assertProblem;
import static io.longhaul.endpoints.RunningService.input;
import static io.longhaul.endpoints.RunningService.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.longhaul.config.InvalidConfig;
import io.longhaul.health.HealthCheck;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusTest {

  private static final HealthCheck AWAY =
      new HealthCheck(
          "warehouse",
          true,
          () -> {
            throw new IOException("no route to it");
          });

  @Test
  void statusSaysWhatServes() throws Exception {
    try (var service = RunningService.local()) {
      var status = service.get("/status");
      assertThat(status.statusCode()).isEqualTo(200);
      assertThat(status.body())
          .isEqualTo(
              "{\"status\":\"healthy\",\"service\":\"probe\",\"version\":\"1.2.3\",\"environment\":\"test\",\"checks\":{}}");
    }
  }

  @Test
  void dependencyThatIsAwayDegradesButCostsNoTask() throws Exception {
    try (var service = new RunningService.Builder().check(AWAY).start()) {
      assertProblem(service.get("/status/ready"), "not-ready");
      var status = service.get("/-/status");
      assertThat(status.statusCode()).isEqualTo(200);
      assertThat(json(status).path("status").stringValue()).isEqualTo("degraded");
      assertThat(json(status).path("checks").path("warehouse").path("detail").stringValue())
          .isEqualTo("no route to it");
    }
  }

  @Test
  void readinessNamesWhatIsAway() throws Exception {
    try (var service = new RunningService.Builder().check(AWAY).start()) {
      var ready = service.get("/status/ready");
      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(ready.body()).contains("warehouse (no route to it)");
    }
  }

  @Test
  void readinessDoesNotNeedWhatIsOptional() throws Exception {
    var optional = new HealthCheck("cache", false, AWAY.probe());
    try (var service = new RunningService.Builder().check(optional).start()) {
      assertThat(service.get("/status/ready").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void startingServiceIsNotServing() throws Exception {
    try (var service = new RunningService.Builder().notServing().start()) {
      var status = service.get("/status");
      assertThat(status.statusCode()).isEqualTo(503);
      assertProblem(status, "not-serving");
      assertThat(status.body()).contains("starting");
    }
  }

  @Test
  void drainingServiceStillShowsItsJobs() throws Exception {
    try (var service = RunningService.local()) {
      var id = service.submit("echo");
      service.phase().drain();
      assertThat(service.get("/status").statusCode()).isEqualTo(503);
      assertThat(service.get("/jobs/" + id).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void pingSaysWhetherExecutionsRun() throws Exception {
    try (var service = RunningService.local()) {
      assertThat(service.get("/ping").body()).isEqualTo("{\"status\":\"Healthy\"}");
      var held = service.post("/execute", input("hold"), "Prefer", "wait=0");
      assertThat(service.get("/ping").body()).isEqualTo("{\"status\":\"HealthyBusy\"}");
      service.call("DELETE", held.headers().firstValue("Location").orElseThrow());
    }
  }

  @Test
  void metricsCountCallsAndExecutions() throws Exception {
    try (var service = RunningService.local()) {
      service.post("/execute", input("echo"));
      service.post("/execute", input("fail"));
      assertThat(service.get("/metrics").headers().firstValue("content-type").orElseThrow())
          .startsWith("text/plain");
      // a call is counted after its answer has left
      await()
          .untilAsserted(() ->
              assertThat(service.get("/metrics").body())
                  .contains("longhaul_executions_seconds_count{outcome=\"failed\"} 1")
                  .contains("longhaul_executions_seconds_count{outcome=\"succeeded\"} 1")
                  .contains("longhaul_records_rejected_total 0")
                  .contains("method=\"POST\",route=\"/execute\",status=\"500\""));
    }
  }

  @Test
  void refreshNamesWhatChanged() throws Exception {
    try (var service = RunningService.local()) {
      assertThat(service.call("POST", "/config/refresh").body())
          .isEqualTo("{\"changed\":[\"API_KEYS\",\"GREETING\"],\"needs_restart\":[\"GREETING\"]}");
    }
  }

  @Test
  void refreshThatFindsNothingUsableChangesNothingAndSaysWhy() throws Exception {
    var broken =
        new RunningService.Builder()
            .refresh(() -> {
              throw new InvalidConfig(List.of("GREETING is required and missing"));
            });
    try (var service = broken.start()) {
      var answer = service.call("POST", "/config/refresh");
      assertProblem(answer, "invalid-config");
      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(answer.body()).contains("GREETING is required and missing");
    }
  }
}
