package io.longhaul.agents.linkauditor;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads how long a busy server asks to be left alone (RFC 9110, 10.2.3). */
final class RetryAfter {

  /** Who asks for more is reported as busy instead. */
  static final Duration LONGEST = Duration.ofMinutes(2);

  private final Clock clock;

  RetryAfter(Clock clock) {
    this.clock = clock;
  }

  /** The pause to make before asking again; empty if asking again is of no use. */
  Optional<Duration> asked(Reply reply) {
    return reply instanceof Reply.Answered(Answer answer) && answer.isTransient()
        ? answer.retryAfter().flatMap(this::pause).filter(pause -> pause.compareTo(LONGEST) <= 0)
        : Optional.empty();
  }

  private Optional<Duration> pause(String value) {
    String text = value.strip();
    try {
      Duration pause =
          text.matches("[0-9]{1,9}")
              ? Duration.ofSeconds(Long.parseLong(text))
              : Duration.between(
                  clock.instant(), ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
      return Optional.of(pause.isNegative() ? Duration.ZERO : pause);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
