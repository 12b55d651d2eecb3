package io.longhaul.events;

import java.util.Locale;
import java.util.Optional;

/** Where events come from. */
public enum EventSource {
  /** A queue, in batches. */
  SQS,
  /** Objects in a bucket. */
  S3,
  /** A topic. */
  SNS,
  /** An EventBridge bus. */
  EVENTS,
  /** A time of day or an interval. */
  SCHEDULE;

  /** As in the manifest's triggers and in paths. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The source of that word. */
  public static Optional<EventSource> of(String word) {
    for (var source : values()) {
      if (source.word().equals(word)) {
        return Optional.of(source);
      }
    }
    return Optional.empty();
  }
}
