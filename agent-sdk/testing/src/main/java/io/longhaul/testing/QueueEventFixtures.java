package io.longhaul.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Events of queues, buckets, topics, buses and schedules as AWS publishes them, to test handlers
 * with. Where each was taken from stands in {@code SOURCES.md} beside them.
 */
public enum QueueEventFixtures {
  /** One message with attributes of every type. */
  SQS,
  /** A message whose body is JSON. */
  SQS_JSON_BODY,
  /** A message without a body. */
  SQS_EMPTY_BODY,
  /** Not an event: what a function answers when one message of its batch failed. */
  SQS_BATCH_RESPONSE,
  /** An object whose key is URL-encoded. */
  S3,
  /** An object with its key decoded, too. */
  S3_DECODED_KEY,
  /** A text. */
  SNS,
  /** A message that is JSON. */
  SNS_JSON_MESSAGE,
  /** A change in EC2. */
  EVENTBRIDGE,
  /** A scheduled event. */
  SCHEDULE,
  /** A scheduled event of a rule with a name of its own. */
  SCHEDULE_RULE;

  /** The JSON, byte for byte. */
  public String json() {
    var file = "queue-events/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".json";
    try (var in = QueueEventFixtures.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
