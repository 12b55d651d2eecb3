package io.longhaul.lambda.queueevents;

import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.events.Delivery;
import io.longhaul.events.DeliveryReader;
import io.longhaul.events.EventRun;
import io.longhaul.events.EventSource;
import io.longhaul.events.Origin;
import io.longhaul.handler.Json;
import io.longhaul.json.StrictJson;
import io.longhaul.manifest.Trigger;
import io.longhaul.manifest.binding.JsonText;
import io.longhaul.testing.QueueEventFixtures;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What functions get, field by field beside what AWS publishes. */
class QueueEventSamplesTest {

  private static final JsonMapper MAPPER = StrictJson.newMapper();

  private static final List<Trigger> TRIGGERS =
      List.of(
          new Trigger.Sqs("incoming", 2),
          new Trigger.S3("sourcebucket", "", ""),
          new Trigger.S3("example-bucket", "test/", ""),
          new Trigger.Events(List.of("aws.ec2"), List.of(), "default"),
          new Trigger.Schedule("0 6 * * ? *", "UTC", new JsonText("{}")));

  private static final Origin ORIGIN = new Origin("eu-central-1", "123456789012");

  private final AwsEvents events = new AwsEvents(ORIGIN, MAPPER);

  @ParameterizedTest
  @EnumSource(names = {"SQS", "SQS_JSON_BODY", "SQS_EMPTY_BODY"})
  void batchIsTheSample(QueueEventFixtures sample) {
    assertThat(passed(EventSource.SQS, sample)).isEqualTo(tree(sample));
  }

  @ParameterizedTest
  @EnumSource(names = {"S3", "S3_DECODED_KEY"})
  void objectIsTheSample(QueueEventFixtures sample) {
    assertThat(passed(EventSource.S3, sample)).isEqualTo(tree(sample));
  }

  @ParameterizedTest
  @EnumSource(names = {"SNS", "SNS_JSON_MESSAGE"})
  void notificationOfATopicIsTheSample(QueueEventFixtures sample) {
    assertThat(passed(EventSource.SNS, sample)).isEqualTo(tree(sample));
  }

  /** The sample leaves out the version, which all events have. */
  @Test
  void eventOfABusIsTheSample() {
    var passed = passed(EventSource.EVENTS, QueueEventFixtures.EVENTBRIDGE).deepCopy();
    assertThat(((ObjectNode) passed).remove("version").stringValue()).isEqualTo("0");
    assertThat(passed).isEqualTo(tree(QueueEventFixtures.EVENTBRIDGE));
  }

  /** Written here from the time alone, so each field is ours. */
  @Test
  void scheduledEventIsTheSample() {
    var sample = tree(QueueEventFixtures.SCHEDULE);
    var scheduled =
        new Delivery.Scheduled(
            sample.path("id").stringValue(),
            sample.path("resources").path(0).stringValue(),
            Instant.parse(sample.path("time").stringValue()).plusMillis(3),
            null);
    assertThat(tree(events.runs(scheduled).getFirst().input())).isEqualTo(sample);
  }

  @Test
  void scheduleWithAnInputGivesNothingElse() {
    var scheduled = new Delivery.Scheduled("id", "arn", Instant.EPOCH, Json.of("{\"full\":true}"));
    assertThat(events.runs(scheduled).getFirst().input()).isEqualTo(Json.of("{\"full\":true}"));
  }

  /** What a short event is filled up with has the fields and types of AWS's own. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SQS    | SQS_JSON_BODY | {\"Records\":[{\"body\":\"x\"}]}",
        "S3     | S3  | {\"Records\":[{\"s3\":{\"object\":{\"key\":\"k\",\"size\":1,\"eTag\":\"e\",\"versionId\":\"v\"}}}]}",
        "SNS    | SNS | {\"Records\":[{\"Sns\":{\"Message\":\"m\",\"Subject\":\"s\",\"MessageAttributes\":{\"Test\":{\"Type\":\"String\",\"Value\":\"v\"},\"TestBinary\":{\"Type\":\"Binary\",\"Value\":\"v\"}}}}]}",
        "EVENTS | SCHEDULE | {\"resources\":[\"r\"]}",
        "SCHEDULE | SCHEDULE_RULE | {}",
      })
  void shortEventHasTheFieldsOfTheSample(
      EventSource source, QueueEventFixtures sample, String event) {
    var delivery = reader().read(source, Json.of(event), 0);
    var filled = tree(events.runs(delivery).getFirst().input());
    assertThat(fields(filled)).isEqualTo(fields(tree(sample)));
  }

  @Test
  void largeDeliveryIsManyBatches() {
    var three = "{\"Records\":[{\"body\":\"1\"},{\"body\":\"2\"},{\"body\":\"3\"}]}";
    var runs = events.runs(reader().read(EventSource.SQS, Json.of(three), 0));
    assertThat(runs).extracting(run -> run.ids().size()).containsExactly(2, 1);
    assertThat(runs)
        .extracting(run -> tree(run.input()).path("Records").size())
        .containsExactly(2, 1);
    assertThat(new HashSet<>(runs.stream().map(EventRun::ids).toList())).hasSize(2);
  }

  private JsonNode passed(EventSource source, QueueEventFixtures sample) {
    var runs = events.runs(reader().read(source, Json.of(sample.json()), 0));
    return tree(runs.getFirst().input());
  }

  private static DeliveryReader reader() {
    var clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    return new DeliveryReader("importer", TRIGGERS, ORIGIN, MAPPER, clock);
  }

  /** Paths and types, such as {@code Records.body STRING}. */
  private static Set<String> fields(JsonNode node) {
    var found = new TreeSet<String>();
    collect(node, "", found);
    return found;
  }

  private static void collect(JsonNode node, String path, Set<String> found) {
    if (node.isObject()) {
      node.properties()
          .forEach(field -> collect(field.getValue(), path + "." + field.getKey(), found));
    } else if (node.isArray()) {
      node.valueStream().forEach(item -> collect(item, path, found));
    }
    found.add(path + " " + node.getNodeType());
  }

  private static JsonNode tree(QueueEventFixtures sample) {
    return MAPPER.readTree(sample.json());
  }

  private static JsonNode tree(Json json) {
    return MAPPER.readTree(json.utf8());
  }
}
