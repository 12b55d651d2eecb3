package io.longhaul.cli.send;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the event comes from: one of these. */
final class Source {

  @Option(
      names = "--sqs",
      paramLabel = "FILE|-",
      description =
          "A message, messages as JSON lines, or a list of messages as AWS writes them; - is"
              + " standard input.")
  private @Nullable String sqs;

  @Option(
      names = "--s3",
      paramLabel = "FILE|-",
      description =
          "Any file, which is told of as an object of the trigger's bucket and prefix; or S3's own"
              + " notification.")
  private @Nullable String s3;

  @Option(
      names = "--sns",
      paramLabel = "FILE|-",
      description = "A message, or SNS's own notification.")
  private @Nullable String sns;

  @Option(
      names = "--events",
      paramLabel = "FILE|-",
      description = "An event of EventBridge, or only its detail.")
  private @Nullable String events;

  @Option(
      names = "--schedule",
      paramLabel = "FILE|-",
      arity = "0..1",
      fallbackValue = "",
      description = "The trigger's input, or that of a file.")
  private @Nullable String schedule;

  /** As in the service's path. */
  String word() {
    return sqs != null
        ? "sqs"
        : s3 != null ? "s3" : sns != null ? "sns" : events != null ? "events" : "schedule";
  }

  /** As typed; empty: no file. */
  String file() {
    for (var file : new @Nullable String[] {sqs, s3, sns, events, schedule}) {
      if (file != null) {
        return file;
      }
    }
    return "";
  }
}
