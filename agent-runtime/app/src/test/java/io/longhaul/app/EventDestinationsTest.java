package io.longhaul.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a developer sees of Event invocations: records as lines of files in the data folder. */
class EventDestinationsTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir Path folder;

  private final HttpClient http = HttpClient.newHttpClient();

  private AgentFolder agent() throws Exception {
    return AgentFolder.of(
        folder,
        "function-name: Greeter_prod",
        "jobs: {attempts: 2, backoff: 1ms}",
        "async:",
        "  on-success: arn:aws:sns:eu-west-1:123456789012:done",
        "  on-failure: arn:aws:sqs:eu-west-1:123456789012:failed");
  }

  @Test
  void endsOfEventsAreLinesOfFiles() throws Exception {
    try (var service = agent().start()) {
      var good = event(service, "World");
      var bad = event(service, "broken");
      var success = only("sns-done.jsonl");
      assertThat(success.at("/requestContext/requestId").asString()).isEqualTo(good);
      assertThat(success.at("/requestContext/condition").asString()).isEqualTo("Success");
      assertThat(success.at("/requestPayload").toString()).isEqualTo("{\"name\":\"World\"}");
      assertThat(success.at("/responsePayload/greeting").asString()).isEqualTo("Hello World");
      var failure = only("sqs-failed.jsonl");
      assertThat(failure.at("/requestContext/requestId").asString()).isEqualTo(bad);
      assertThat(failure.at("/requestContext/approximateInvokeCount").asInt()).isEqualTo(2);
      assertThat(failure.at("/requestContext/functionArn").asString())
          .isEqualTo("arn:aws:lambda:us-east-1:123456789012:function:Greeter_prod:$LATEST");
      assertThat(failure.at("/responsePayload/errorMessage").asString())
          .isEqualTo("broken on purpose");
    }
  }

  @Test
  void jobsOfExecuteAreToldToNobody() throws Exception {
    try (var service = agent().start()) {
      var answer = post(service, "/execute", "World", "Prefer", "respond-async");
      var job = JsonMapper.shared().readTree(answer.body()).get("job_id").asString();
      await().atMost(LONG).until(() -> state(service, job).equals("succeeded"));
      var _ = event(service, "World");
      assertThat(only("sns-done.jsonl").at("/requestContext/requestId").asString())
          .isNotEqualTo(job);
    }
  }

  @Test
  void destinationThatCannotBeWrittenGetsItsRecordsLater() throws Exception {
    var agent = agent();
    Files.createDirectories(agent.data());
    Files.writeString(destinations(), "in the way");
    String id;
    try (var service = agent.start()) {
      id = event(service, "World");
      await().atMost(LONG).until(() -> state(service, id).equals("succeeded"));
      await().atMost(LONG).until(() -> metrics(service).contains("\nlonghaul_records_due 1.0\n"));
    }
    Files.delete(destinations());
    try (var again = agent.start()) {
      assertThat(only("sns-done.jsonl").at("/requestContext/requestId").asString()).isEqualTo(id);
      await().atMost(LONG).until(() -> metrics(again).contains("\nlonghaul_records_due 0.0\n"));
    }
  }

  private Path destinations() {
    return folder.resolve("data/destinations");
  }

  private JsonNode only(String file) throws Exception {
    var path = destinations().resolve(file);
    await().atMost(LONG).until(() -> Files.exists(path) && Files.size(path) > 0);
    List<String> lines = Files.readAllLines(path);
    assertThat(lines).hasSize(1);
    return JsonMapper.shared().readTree(lines.getFirst());
  }

  private String state(Service service, String job) throws Exception {
    return JsonMapper.shared().readTree(get(service, "/jobs/" + job)).get("state").asString();
  }

  private String metrics(Service service) throws Exception {
    return get(service, "/metrics");
  }

  private String get(Service service, String path) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(service.url() + path)).build();
    return http.send(request, BodyHandlers.ofString()).body();
  }

  private String event(Service service, String name) throws Exception {
    var path = "/2015-03-31/functions/Greeter_prod/invocations";
    var answer = post(service, path, name, "X-Amz-Invocation-Type", "Event");
    assertThat(answer.statusCode()).isEqualTo(202);
    return answer.headers().firstValue("x-amzn-RequestId").orElseThrow();
  }

  private HttpResponse<String> post(
      Service service, String path, String name, String header, String value) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(service.url() + path))
            .header("Content-Type", "application/json")
            .header(header, value)
            .POST(BodyPublishers.ofString("{\"name\":\"" + name + "\"}"))
            .build(),
        BodyHandlers.ofString());
  }
}
