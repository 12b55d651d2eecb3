package io.longhaul.jobs;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;

/** How long a failed job waits: doubling, with jitter, so that jobs that failed together part. */
final class Backoff {

  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final double JITTER = 0.25;

  private final IntervalFunction interval;

  Backoff(Duration first) {
    interval =
        first.isPositive()
            ? IntervalFunction.ofExponentialRandomBackoff(first, 2, JITTER, LONGEST)
            : _ -> 0L;
  }

  /** After so many failures, from 1. */
  Duration after(int failures) {
    return Duration.ofMillis(Math.min(LONGEST.toMillis(), interval.apply(failures)));
  }
}
