package io.longhaul.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.longhaul.agent.InvalidInput;
import io.longhaul.handler.Json;
import io.longhaul.handler.MalformedInput;
import io.longhaul.json.StrictJson;
import io.longhaul.manifest.Trigger;
import io.longhaul.manifest.binding.JsonText;
import io.longhaul.testing.TestClock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryReaderTest {

  private static final List<Trigger> TRIGGERS =
      List.of(
          new Trigger.Sqs("incoming", 10),
          new Trigger.Sqs("arn:aws:sqs:eu-west-1:111122223333:urgent", 2),
          new Trigger.S3("uploads", "invoices/", ".pdf"),
          new Trigger.Events(List.of("billing"), List.of("invoice-paid"), "default"),
          new Trigger.Schedule("0 6 * * ? *", "UTC", new JsonText("{\"full\":true}")),
          new Trigger.Schedule("0 * * * ? *", "UTC", new JsonText("{}")));

  private final DeliveryReader reader = reader(TRIGGERS);

  private static DeliveryReader reader(List<Trigger> triggers) {
    return new DeliveryReader(
        "importer",
        triggers,
        Origin.of(Map.of("AWS_REGION", "eu-central-1")),
        StrictJson.newMapper(),
        new TestClock());
  }

  @Test
  void messageNeedsNoMoreThanItsBody() {
    var batch = batch("{\"Records\":[{\"body\":\"Hello\"}]}", 0);
    assertThat(batch.queueArn()).isEqualTo("arn:aws:sqs:eu-central-1:123456789012:incoming");
    assertThat(batch.most()).isEqualTo(10);
    var message = batch.messages().getFirst();
    assertThat(message.id()).hasSize(36);
    assertThat(message.receipt()).isNotEmpty();
    assertThat(message.md5OfBody()).isEqualTo("8b1a9953c4611296a827abf8c47804d7");
    assertThat(message.attributes())
        .containsEntry("ApproximateReceiveCount", "1")
        .containsEntry("SentTimestamp", "1767225600000");
    assertThat(message.md5OfMessageAttributes()).isNull();
  }

  @Test
  void queueIsFoundByTheArnOfItsMessages() {
    var arn = "arn:aws:sqs:eu-west-1:111122223333:urgent";
    assertThat(
            batch("{\"Records\":[{\"body\":\"\",\"eventSourceARN\":\"" + arn + "\"}]}", 0).most())
        .isEqualTo(2);
    assertThat(batch("{\"Records\":[{\"body\":\"\"}]}", 2).queueArn()).isEqualTo(arn);
  }

  @Test
  void twoMessagesOfOneIdCouldNotBeToldApart() {
    var body =
        "{\"Records\":[{\"body\":\"\",\"messageId\":\"a\"},{\"body\":\"\",\"messageId\":\"a\"}]}";
    assertRefused(EventSource.SQS, body, "Records[1].messageId", "found a again");
  }

  @Test
  void objectNeedsNoMoreThanItsKey() {
    var read = notification(EventSource.S3, object("invoices/a+b%20%C3%BC.pdf"));
    assertThat(read.ids()).containsExactly("s3://uploads/invoices/a b ü.pdf");
    var record = read.event().path("Records").path(0);
    assertThat(record.path("awsRegion").stringValue()).isEqualTo("eu-central-1");
    assertThat(record.path("eventName").stringValue()).isEqualTo("ObjectCreated:Put");
    assertThat(record.path("eventTime").stringValue()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(record.path("s3").path("bucket").path("arn").stringValue())
        .isEqualTo("arn:aws:s3:::uploads");
  }

  @ParameterizedTest
  @CsvSource({"letters/a.pdf", "invoices/a.txt"})
  void objectThatNoTriggerTakesIsRefused(String key) {
    assertRefused(EventSource.S3, object(key), "Records[0].s3.object.key", "no s3 trigger");
  }

  @Test
  void recordOfS3ItselfIsLeftAlone() {
    var removed =
        "{\"Records\":[{\"eventSource\":\"aws:s3\",\"eventName\":\"ObjectRemoved:Delete\","
            + "\"s3\":{\"bucket\":{\"name\":\"uploads\"},\"object\":{\"key\":\"invoices/a.pdf\"}}}]}";
    assertThat(notification(EventSource.S3, removed).event())
        .isEqualTo(StrictJson.newMapper().readTree(removed));
  }

  @Test
  void topicNeedsNoTrigger() {
    var read = notification(EventSource.SNS, "{\"Records\":[{\"Sns\":{\"Message\":\"hi\"}}]}");
    var sns = read.event().path("Records").path(0).path("Sns");
    assertThat(sns.path("TopicArn").stringValue())
        .isEqualTo("arn:aws:sns:eu-central-1:123456789012:importer");
    assertThat(read.ids()).containsExactly(sns.path("MessageId").stringValue());
  }

  @Test
  void eventIsFilledInFromItsTrigger() {
    var event = notification(EventSource.EVENTS, "{\"detail\":{\"id\":7}}").event();
    assertThat(event.path("source").stringValue()).isEqualTo("billing");
    assertThat(event.path("detail-type").stringValue()).isEqualTo("invoice-paid");
    assertThat(event.path("detail").path("id").intValue()).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{\"source\":\"shop\"}", "{\"detail-type\":\"invoice-sent\"}"})
  void eventThatNoTriggerTakesIsRefused(String event) {
    assertRefused(EventSource.EVENTS, event, "source", "no events trigger");
  }

  @Test
  void scheduleHasItsInputOrTheOneGiven() {
    assertThat(scheduled("{}", 0).input()).isEqualTo(Json.of("{\"full\":true}"));
    assertThat(scheduled("{}", 2).input()).isNull();
    assertThat(scheduled("[1]", 2).input()).isEqualTo(Json.of("[1]"));
  }

  @ParameterizedTest
  @CsvSource({"SQS", "S3", "EVENTS", "SCHEDULE"})
  void sourceWithoutATriggerIsRefused(EventSource source) {
    assertThatThrownBy(() -> reader(List.of()).read(source, Json.of("{\"Records\":[{}]}"), 0))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("agent.yaml has no %s trigger", source.word());
  }

  @Test
  void triggerThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> reader.read(EventSource.SCHEDULE, Json.of("{}"), 3))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("found 3, expected 1 to 2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]                                    | body",
        "{}                                    | Records",
        "{\"Records\":[]}                      | Records",
        "{\"Records\":{}}                      | Records",
        "{\"Records\":[1]}                     | Records[0]",
        "{\"Records\":[{}]}                    | Records[0].body",
        "{\"Records\":[{\"body\":{}}]}         | Records[0].body",
        "{\"Records\":[{\"body\":\"\",\"messageId\":\"\"}]} | Records[0].messageId",
        "{\"Records\":[{\"body\":\"\",\"eventSourceARN\":\"incoming\"}]} | Records[0].eventSourceARN",
        "{\"Records\":[{\"body\":\"\",\"attributes\":1}]}   | Records[0].attributes",
        "{\"Records\":[{\"body\":\"\",\"attributes\":{\"a\":1}}]} | Records[0].attributes.a",
        "{\"Records\":[{\"body\":\"\",\"messageAttributes\":{\"a\":1}}]} | Records[0].messageAttributes.a",
      })
  void batchThatDoesNotFitIsRefusedByItsField(String body, String field) {
    assertRefused(EventSource.SQS, body, field, "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"''", "{", "{} {}", "{\"Records\":1,\"Records\":2}"})
  void whatIsNoJsonIsMalformed(String body) {
    assertThatThrownBy(() -> reader.read(EventSource.SQS, Json.of(body), 0))
        .isInstanceOf(MalformedInput.class);
  }

  @Test
  void keyWithABrokenEscapeIsRefused() {
    assertRefused(
        EventSource.S3, object("invoices/%zz.pdf"), "Records[0].s3.object.key", "%-escape");
  }

  private void assertRefused(EventSource source, String body, String field, String words) {
    assertThatThrownBy(() -> reader.read(source, Json.of(body), 0))
        .isInstanceOfSatisfying(
            InvalidInput.class, refused -> assertThat(refused.field()).isEqualTo(field))
        .hasMessageContaining(words);
  }

  private static String object(String key) {
    return "{\"Records\":[{\"s3\":{\"object\":{\"key\":\"" + key + "\"}}}]}";
  }

  private Delivery.QueueBatch batch(String body, int trigger) {
    return (Delivery.QueueBatch) reader.read(EventSource.SQS, Json.of(body), trigger);
  }

  private Delivery.Notification notification(EventSource source, String body) {
    return (Delivery.Notification) reader.read(source, Json.of(body), 0);
  }

  private Delivery.Scheduled scheduled(String body, int trigger) {
    return (Delivery.Scheduled) reader.read(EventSource.SCHEDULE, Json.of(body), trigger);
  }
}
