package io.longhaul.jobs;

import io.longhaul.agent.InvalidInput;
import io.longhaul.agent.PermanentFailure;
import io.longhaul.handler.FunctionError;
import io.longhaul.handler.MalformedInput;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Says why an execution failed, in words that callers may see. */
final class Failures {

  /** Keeps a job's record, error included, far below the 4 KB that a store's item may have. */
  private static final int LONGEST_MESSAGE = 500;

  private Failures() {}

  static Failure of(Throwable thrown) {
    return switch (thrown) {
      case InvalidInput invalid ->
          new Failure(Failure.INVALID_INPUT, clean(invalid.field() + ": " + invalid.getMessage()));
      case MalformedInput malformed ->
          new Failure(Failure.INVALID_INPUT, clean(malformed.getMessage()));
      case PermanentFailure failure -> new Failure("execution-failed", clean(failure.getMessage()));
      case FunctionError error ->
          new Failure("execution-failed", named(error.errorType(), error.getMessage()));
      default ->
          new Failure(
              "execution-failed", named(thrown.getClass().getSimpleName(), thrown.getMessage()));
    };
  }

  static Failure timeout(Duration limit) {
    var text = limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    return new Failure(
        "timeout", "It ran longer than " + text + ", the limit that jobs.timeout sets");
  }

  /**
   * An event was given up for its age.
   *
   * @param last why its last attempt failed; null = there was none
   */
  static Failure tooOld(Duration maxAge, @Nullable Failure last) {
    var text =
        "The event grew older than "
            + maxAge.toSeconds()
            + " s, the limit that async.max-age sets, before ";
    return new Failure(
        Failure.EVENT_AGE_EXCEEDED,
        clean(
            last == null
                ? text + "its first attempt"
                : text + "its next attempt; the last one failed: " + last.message()));
  }

  /** Whether another attempt cannot help. */
  static boolean isPermanent(Throwable thrown) {
    return thrown instanceof InvalidInput
        || thrown instanceof MalformedInput
        || thrown instanceof PermanentFailure;
  }

  /** One line of bounded length, without control characters. */
  static String clean(@Nullable String text) {
    var line = text == null ? "" : text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").strip();
    return line.length() <= LONGEST_MESSAGE
        ? line
        : line.substring(0, LONGEST_MESSAGE - 1).stripTrailing() + "…";
  }

  private static String named(String name, @Nullable String text) {
    var message = clean(text);
    return clean(message.isEmpty() ? name : name + ": " + message);
  }
}
