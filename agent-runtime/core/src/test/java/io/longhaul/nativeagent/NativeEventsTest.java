package io.longhaul.nativeagent;

import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.events.Delivery;
import io.longhaul.events.EventRun;
import io.longhaul.events.EventSource;
import io.longhaul.events.QueueMessage;
import io.longhaul.handler.Json;
import io.longhaul.json.StrictJson;
import io.longhaul.testing.QueueEventFixtures;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Content without envelopes. */
class NativeEventsTest {

  private static final JsonMapper MAPPER = StrictJson.newMapper();

  private final NativeEvents events = new NativeEvents(MAPPER);

  @Test
  void everyMessageIsAnExecutionOnItsBody() {
    var messages = Stream.of("{\"n\":1}", "{\"n\":2}").map(NativeEventsTest::message).toList();
    var runs = events.runs(new Delivery.QueueBatch("arn", 10, messages));
    assertThat(runs)
        .extracting(EventRun::input)
        .containsExactly(Json.of("{\"n\":1}"), Json.of("{\"n\":2}"));
    assertThat(runs).extracting(EventRun::ids).doesNotHaveDuplicates();
    assertThat(runs).allSatisfy(run -> assertThat(run.stored()).isEqualTo(run.input()));
  }

  @Test
  void textThatIsNoJsonIsAJsonString() {
    var runs = events.runs(new Delivery.QueueBatch("arn", 10, List.of(message("Hi \"there\""))));
    assertThat(runs.getFirst().input()).isEqualTo(Json.of("\"Hi \\\"there\\\"\""));
  }

  @Test
  void objectIsToldInAFewWords() {
    assertThat(inputs(EventSource.S3, QueueEventFixtures.S3, "id"))
        .containsExactly(
            """
            {"bucket":"sourcebucket","key":"Happy Face.jpg","size":1024,\
            "etag":"d41d8cd98f00b204e9800998ecf8427e","version_id":"version",\
            "event":"ObjectCreated:Put","time":"1970-01-01T00:00:00.123Z"}\
            """);
  }

  @Test
  void messageOfATopicIsItsContent() {
    assertThat(inputs(EventSource.SNS, QueueEventFixtures.SNS, "id"))
        .containsExactly("\"Hello from SNS!\"");
    assertThat(inputs(EventSource.SNS, QueueEventFixtures.SNS_JSON_MESSAGE, "id"))
        .containsExactly("{\n  \"id\": 42,\n  \"name\": \"Bob\"\n}");
  }

  @Test
  void eventOfABusIsItsDetail() {
    assertThat(inputs(EventSource.EVENTS, QueueEventFixtures.EVENTBRIDGE, "id"))
        .containsExactly("{\"instance-id\":\"i-abcd1111\",\"state\":\"pending\"}");
  }

  @Test
  void scheduleGivesItsInput() {
    assertThat(scheduled(Json.of("{\"full\":true}"))).isEqualTo(Json.of("{\"full\":true}"));
    assertThat(scheduled(null)).isEqualTo(Json.of("{}"));
  }

  private Json scheduled(@Nullable Json input) {
    return events
        .runs(new Delivery.Scheduled("id", "arn", Instant.EPOCH, input))
        .getFirst()
        .input();
  }

  private List<String> inputs(EventSource source, QueueEventFixtures event, String... ids) {
    var tree = (ObjectNode) MAPPER.readTree(event.json());
    return events.runs(new Delivery.Notification(source, List.of(ids), tree)).stream()
        .map(run -> run.input().toString())
        .toList();
  }

  private static QueueMessage message(String body) {
    return new QueueMessage("id of " + body, "receipt", body, "md5", Map.of(), Map.of(), null);
  }
}
