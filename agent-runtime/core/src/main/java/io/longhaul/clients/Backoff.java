package io.longhaul.clients;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.core.functions.Either;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * How long to wait before the next try: what the answer's Retry-After says (RFC 9110, section
 * 10.2.3), else twice as long as before, each shifted by up to a half so that callers spread.
 */
final class Backoff {

  static final Duration FIRST = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(10);

  /** An answer that wants a longer pause is given to the agent, which knows better what to do. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final IntervalFunction growing;
  private final Clock clock;

  Backoff(Duration first, Clock clock) {
    this.growing = IntervalFunction.ofExponentialRandomBackoff(first, 2.0, 0.5, LONGEST);
    this.clock = clock;
  }

  /** Milliseconds before the try after the n-th. */
  Long after(Integer n, Either<Throwable, Object> outcome) {
    return retryAfter(outcome.isRight() ? outcome.get() : "")
        .map(Duration::toMillis)
        .orElseGet(() -> growing.apply(n));
  }

  boolean worthWaitingFor(Object answer) {
    return retryAfter(answer).map(pause -> pause.compareTo(PATIENCE) <= 0).orElse(true);
  }

  private Optional<Duration> retryAfter(Object answer) {
    return answer instanceof HttpResponse<?> response
        ? response.headers().firstValue("Retry-After").flatMap(this::pause)
        : Optional.empty();
  }

  private Optional<Duration> pause(String header) {
    try {
      var pause =
          header.strip().matches("\\d{1,9}")
              ? Duration.ofSeconds(Long.parseLong(header.strip()))
              : Duration.between(clock.instant(), date(header));
      return Optional.of(pause.isNegative() ? Duration.ZERO : pause);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Instant date(String header) {
    return ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
  }
}
