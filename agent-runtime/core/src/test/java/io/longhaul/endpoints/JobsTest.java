package io.longhaul.endpoints;

import static io.longhaul.endpoints.ExecuteTest.assertProblem;
import static io.longhaul.endpoints.RunningService.input;
import static io.longhaul.endpoints.RunningService.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class JobsTest {

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
  void listShowsEveryJobOnceNewestFirst() throws Exception {
    var submitted = new ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      submitted.addFirst(service.submit("echo"));
    }
    assertThat(walk("/jobs?limit=2")).containsSubsequence(submitted).doesNotHaveDuplicates();
  }

  @Test
  void listOfAStateShowsOnlyThat() throws Exception {
    var failed = service.submit("fail");
    service.ended(failed);
    service.ended(service.submit("echo"));
    var jobs = json(service.get("/jobs?state=failed&limit=200")).path("jobs");
    assertThat(jobs.valueStream().map(job -> job.path("state").stringValue()))
        .isNotEmpty()
        .containsOnly("failed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"limit=0", "limit=201", "limit=x", "state=QUEUED", "cursor=%21", "cursor=YWJj"})
  void parameterThatDoesNotFitIsNamed(String query) throws Exception {
    var answer = service.get("/jobs?" + query);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertProblem(answer, "invalid-parameter");
    assertThat(query).startsWith(json(answer).path("field").stringValue() + "=");
  }

  @Test
  void jobShowsItsStateProgressAndTimes() throws Exception {
    var id = service.submit("echo");
    var job = service.ended(id);
    assertThat(job.path("job_id").stringValue()).isEqualTo(id);
    assertThat(job.path("attempt").intValue()).isEqualTo(1);
    assertThat(job.path("finished_at").stringValue()).endsWith("Z");
    assertThat(job.path("error").isNull()).isTrue();
  }

  @Test
  void resultIsTheBareOutput() throws Exception {
    var id = service.submit("echo");
    service.ended(id);
    assertThat(service.get("/jobs/" + id + "/result").body()).isEqualTo("{\"text\":\"hello\"}");
  }

  @Test
  void resultOfAFailedJobIsAConflict() throws Exception {
    var id = service.submit("fail");
    assertThat(service.ended(id).path("error").path("type").stringValue())
        .isEqualTo("execution-failed");
    var answer = service.get("/jobs/" + id + "/result");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertProblem(answer, "no-result");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/jobs/x", "/jobs/x/result", "/jobs/x/events"})
  void unknownJobIsNotFound(String path) throws Exception {
    var unknown = service.get(path.replace("x", UUID.randomUUID().toString()));
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertProblem(unknown, "unknown-job");
    assertProblem(service.get(path), "unknown-job");
  }

  @Test
  void cancelEndsARunningJob() throws Exception {
    var id = service.submit("hold");
    var answer = service.call("DELETE", "/jobs/" + id);
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(service.ended(id).path("state").stringValue()).isEqualTo("cancelled");
  }

  @Test
  void cancelOfAnEndedJobIsAConflict() throws Exception {
    var id = service.submit("echo");
    service.ended(id);
    assertProblem(service.call("DELETE", "/jobs/" + id), "wrong-state");
  }

  @Test
  void retryRunsAFailedJobAgain() throws Exception {
    var id = service.submit("fail");
    service.ended(id);
    var answer = service.call("POST", "/jobs/" + id + "/retry");
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.headers().firstValue("Location")).hasValue("/jobs/" + id);
    assertThat(service.ended(id).path("attempt").intValue()).isEqualTo(2);
  }

  @Test
  void eventsBeginWithTheJobAsItIsAndEndWithIt() throws Exception {
    var answer = service.post("/execute", input("hold"), "Prefer", "wait=0");
    var id = json(answer).path("job_id").stringValue();
    Probe.RELEASE.release();
    var events = service.get("/jobs/" + id + "/events");
    assertThat(events.headers().firstValue("content-type")).hasValue("text/event-stream");
    assertThat(List.of(events.body().split("\n\n")).getLast()).contains("\"state\":\"succeeded\"");
    assertThat(ids(events.body())).isSorted().doesNotHaveDuplicates().isNotEmpty();
  }

  @Test
  void listenerThatHasSeenTheEndIsToldToStop() throws Exception {
    var id = service.submit("echo");
    service.ended(id);
    var last = ids(service.get("/jobs/" + id + "/events").body()).getLast();
    var again = service.get("/jobs/" + id + "/events", "Last-Event-ID", Long.toString(last));
    assertThat(again.statusCode()).isEqualTo(204);
    var earlier = service.get("/jobs/" + id + "/events", "Last-Event-ID", Long.toString(last - 1));
    assertThat(ids(earlier.body())).containsExactly(last);
  }

  @Test
  void eventsGoOnWhileTheServiceDrains() throws Exception {
    try (var other = RunningService.local()) {
      var id = other.submit("hold");
      other.phase().drain();
      var events =
          other.send(
              other.request("/jobs/" + id + "/events").GET(),
              first -> {
                Probe.RELEASE.release();
                return first;
              });
      assertThat(events).contains("succeeded");
    }
  }

  @Test
  void eventsEndWhenTheServiceStops() throws Exception {
    try (var other = RunningService.local()) {
      var id = other.submit("hold");
      var drain = new Thread(() -> other.phase().stop());
      var events =
          other.send(
              other.request("/jobs/" + id + "/events").GET(),
              first -> {
                drain.start();
                return first;
              });
      assertThat(events).contains("event: job").doesNotContain("succeeded");
      drain.join();
      other.call("DELETE", "/jobs/" + id);
    }
  }

  private static List<Long> ids(String events) {
    return events
        .lines()
        .filter(line -> line.startsWith("id: "))
        .map(line -> Long.valueOf(line.substring(4)))
        .toList();
  }

  private static List<String> walk(String first) throws Exception {
    var ids = new ArrayList<String>();
    String path = first;
    while (path != null) {
      JsonNode page = json(service.get(path));
      page.path("jobs").forEach(job -> ids.add(job.path("job_id").stringValue()));
      JsonNode next = page.path("next_cursor");
      path = next.isNull() ? null : first + "&cursor=" + next.stringValue();
    }
    return ids;
  }
}
