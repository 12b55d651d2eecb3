package io.longhaul.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events of queues to a function in a process of its own, held and as jobs. */
class QueueEventsTest {

  private static final String MANIFEST =
      """
      manifest: 1
      name: queue-tested
      version: 1.0.0
      description: Fails the messages that it is told to fail
      runtime: provided.al2023
      handler: function
      code: src
      instances: 2
      jobs: {attempts: 2, backoff: 1s}
      triggers:
        - sqs: {queue: incoming, batch: 10}
        - schedule: {cron: "0 6 * * ? *", input: {full: true}}
        - schedule: {cron: "0 7 * * ? *"}
      """;

  /** A message with the body "fail N" fails until it was received more than N times. */
  private static final String FUNCTION =
      """
      import java.net.URI;
      import java.net.http.*;
      import java.util.*;
      import java.util.regex.*;

      public class Function {
        public static void main(String[] args) throws Exception {
          var base = "http://" + System.getenv("AWS_LAMBDA_RUNTIME_API") + "/2018-06-01/runtime/invocation/";
          var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
          while (true) {
            var next = http.send(HttpRequest.newBuilder(URI.create(base + "next")).build(),
                HttpResponse.BodyHandlers.ofString());
            var id = next.headers().firstValue("Lambda-Runtime-Aws-Request-Id").orElseThrow();
            http.send(HttpRequest.newBuilder(URI.create(base + id + "/response"))
                .POST(HttpRequest.BodyPublishers.ofString(answer(next.body()))).build(),
                HttpResponse.BodyHandlers.discarding());
          }
        }

        static String answer(String event) {
          var messages = Pattern.compile("\\"messageId\\":\\"([^\\"]*)\\".*?\\"body\\":\\"([^\\"]*)\\".*?ReceiveCount\\":\\"([0-9]+)")
              .matcher(event);
          var seen = new ArrayList<String>();
          var failed = new ArrayList<String>();
          while (messages.find()) {
            seen.add('"' + messages.group(1) + " " + messages.group(3) + '"');
            if (messages.group(2).startsWith("fail ")
                && Integer.parseInt(messages.group(3)) <= Integer.parseInt(messages.group(2).substring(5))) {
              failed.add("{\\"itemIdentifier\\":\\"" + messages.group(1) + "\\"}");
            }
          }
          return seen.isEmpty() ? event : "{\\"batchItemFailures\\":" + failed + ",\\"seen\\":" + seen + "}";
        }
      }
      """;

  @TempDir static Path folder;

  private static Service service;

  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws IOException {
    Files.writeString(folder.resolve("agent.yaml"), MANIFEST);
    var code = Files.createDirectory(folder.resolve("src"));
    Files.writeString(code.resolve("Function.java"), FUNCTION);
    var bootstrap =
        Files.writeString(
            code.resolve("bootstrap"),
            "#!/bin/sh\nexec '%s/bin/java' -XX:TieredStopAtLevel=1 -Xmx96m \"$LAMBDA_TASK_ROOT/Function.java\"\n"
                .formatted(System.getProperty("java.home")));
    Files.setPosixFilePermissions(bootstrap, PosixFilePermissions.fromString("rwxr-xr-x"));
    service = new AgentFolder(folder).start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void heldBatchNamesTheMessagesThatMustComeAgain() throws Exception {
    var run = post("/-/events/sqs", batch("fine", "fail 1"), 200).path(0);
    assertThat(run.path("done").toString()).isEqualTo("[\"m0\"]");
    assertThat(run.path("again").toString()).isEqualTo("[\"m1\"]");
    assertThat(run.path("result").path("seen").toString()).isEqualTo("[\"m0 1\",\"m1 1\"]");
  }

  @Test
  void jobRunsAgainWhatFailedAndNothingElse() throws Exception {
    var run = post("/events/sqs", batch("fine", "fail 1", "fine"), 202).path(0);
    assertThat(run.path("done")).hasSize(3);
    var job = ended(run);
    assertThat(job.path("state").stringValue()).as(job.toString()).isEqualTo("succeeded");
    assertThat(job.path("attempt").intValue()).isEqualTo(2);
    var result = get("/jobs/" + job.path("job_id").stringValue() + "/result");
    assertThat(result.path("seen").toString()).isEqualTo("[\"m1 2\"]");
  }

  @Test
  void jobWhoseMessagesGoOnFailingFailsAndItsRetryRunsThemAlone() throws Exception {
    var run = post("/events/sqs", batch("fine", "fail 2"), 202).path(0);
    var job = ended(run);
    assertThat(job.path("state").stringValue()).isEqualTo("failed");
    assertThat(job.path("error").path("message").stringValue())
        .isEqualTo("Longhaul.MessagesFailed: 1 of 1 messages failed: m1");
    var path = "/jobs/" + job.path("job_id").stringValue();
    post(path + "/retry", "", 202);
    await().atMost(Duration.ofSeconds(60)).until(() -> !get(path + "/result").has("title"));
    assertThat(get(path + "/result").path("seen").toString()).isEqualTo("[\"m1 3\"]");
  }

  @Test
  void scheduleGivesItsInputOrTheScheduledEvent() throws Exception {
    assertThat(post("/events/schedule", "{}", 200).path(0).path("result").toString())
        .isEqualTo("{\"full\":true}");
    var event = post("/events/schedule?trigger=2", "{}", 200).path(0).path("result");
    assertThat(event.path("detail-type").stringValue()).isEqualTo("Scheduled Event");
  }

  private JsonNode ended(JsonNode run) {
    var path = "/jobs/" + run.path("execution_id").stringValue();
    await().atMost(Duration.ofSeconds(60)).until(() -> get(path).hasNonNull("finished_at"));
    try {
      return get(path);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static String batch(String... bodies) {
    var records = new StringBuilder();
    for (int i = 0; i < bodies.length; i++) {
      records.append(i == 0 ? "" : ",");
      records.append("{\"messageId\":\"m%d\",\"body\":\"%s\"}".formatted(i, bodies[i]));
    }
    return "{\"Records\":[" + records + "]}";
  }

  private JsonNode post(String path, String event, int status) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(service.url() + path))
            .header("Content-Type", "application/json")
            .header("Prefer", status == 202 ? "respond-async" : "handling=lenient")
            .POST(BodyPublishers.ofString(event));
    var answer = http.send(request.build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return JsonMapper.shared().readTree(answer.body()).path("executions");
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(service.url() + path)).build();
    return JsonMapper.shared().readTree(http.send(request, BodyHandlers.ofString()).body());
  }
}
