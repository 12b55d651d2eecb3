package io.longhaul.manifest;

import io.longhaul.manifest.binding.JsonText;
import io.longhaul.manifest.binding.Key;
import io.longhaul.manifest.binding.Key.Pattern;
import java.util.List;

/** What starts jobs without a caller. */
public sealed interface Trigger {

  /**
   * A time of day or an interval.
   *
   * @param input null: an empty object
   */
  record Schedule(
      @Key(
              value =
                  "When, as EventBridge writes it: minute hour day-of-month month day-of-week year.",
              required = true,
              text =
                  @Pattern(
                      regex = Patterns.CRON,
                      expected =
                          "six fields (minute hour day-of-month month day-of-week year), such as"
                              + " 0 6 * * ? *"),
              example = "\"0 6 * * ? *\"")
          String cron,
      @Key(
              value = "The time zone of cron, by its name in the tz database.",
              byDefault = "UTC",
              text = @Pattern(regex = Patterns.LINE, expected = Patterns.LINE_TEXT),
              example = "Europe/London")
          String timezone,
      @Key(value = "The job's input.", byDefault = "{}", example = "{full: true}") JsonText input)
      implements Trigger {}

  /** Messages of a queue that the agent's owner has. */
  record Sqs(
      @Key(
              value = "The queue's name, or its ARN where it lives in another account or region.",
              required = true,
              text = @Pattern(regex = Patterns.QUEUE, expected = Patterns.QUEUE_TEXT),
              example = "incoming")
          String queue,
      @Key(
              value = "The most messages that one job gets.",
              byDefault = "10",
              minimum = "1",
              maximum = "10000")
          int batch)
      implements Trigger {}

  /** Objects that arrive in a bucket. */
  record S3(
      @Key(
              value = "The bucket's name.",
              required = true,
              text = @Pattern(regex = Patterns.BUCKET, expected = Patterns.BUCKET_TEXT),
              example = "uploads")
          String bucket,
      @Key(value = "What keys must begin with.", byDefault = "\"\"", example = "invoices/")
          String prefix,
      @Key(value = "What keys must end with.", byDefault = "\"\"", example = ".pdf") String suffix)
      implements Trigger {}

  /** Events of an EventBridge bus. */
  record Events(
      @Key(value = "The sources taken.", required = true, minimum = "1", example = "[billing]")
          List<String> source,
      @Key(
              value = "The detail-types taken; none named: all.",
              byDefault = "[]",
              example = "[invoice-paid]")
          List<String> detailType,
      @Key(
              value = "The bus's name.",
              byDefault = "default",
              text =
                  @Pattern(
                      regex = "[A-Za-z0-9._/-]{1,256}",
                      expected = "letters, digits and . _ / -"),
              example = "default")
          String bus)
      implements Trigger {

    /** Copies the lists. */
    public Events {
      source = List.copyOf(source);
      detailType = List.copyOf(detailType);
    }
  }
}
