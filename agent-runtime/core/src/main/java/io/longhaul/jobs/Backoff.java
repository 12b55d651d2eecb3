package io.longhaul.jobs;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;

/** How long a failed job waits: doubling, with jitter, so that jobs that failed together part. */
final class Backoff {

  /** What doubling ends at; a first pause that is longer stays as it is. */
  private static final Duration DOUBLED = Duration.ofMinutes(15);

  private static final double JITTER = 0.25;

  private final Duration longest;
  private final IntervalFunction interval;

  Backoff(Duration first) {
    longest = first.compareTo(DOUBLED) > 0 ? first : DOUBLED;
    interval =
        first.isPositive()
            ? IntervalFunction.ofExponentialRandomBackoff(first, 2, JITTER, longest)
            : _ -> 0L;
  }

  /** After so many failures, from 1. */
  Duration after(int failures) {
    return Duration.ofMillis(Math.min(longest.toMillis(), interval.apply(failures)));
  }
}
