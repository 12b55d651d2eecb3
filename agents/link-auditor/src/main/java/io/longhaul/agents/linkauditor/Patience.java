package io.longhaul.agents.linkauditor;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How long an answer may take. The start URL shares one budget with its robots.txt and every retry:
 * whoever mistyped it learns so within ten seconds.
 */
final class Patience {

  private static final Duration START_BUDGET = Duration.ofSeconds(8);
  private static final Duration START_ROBOTS = Duration.ofSeconds(5);

  /** Waiting for a place in the client's rate is not the server's fault. */
  private static final Duration LEAST = Duration.ofSeconds(1);

  private final Duration each;
  private final LongSupplier nanos;
  private final long startEnds;

  Patience(Duration each, LongSupplier nanos) {
    this.each = each;
    this.nanos = nanos;
    this.startEnds = nanos.getAsLong() + START_BUDGET.toNanos();
  }

  /** For one try; a server that asked for a pause gets the full time at the next. */
  Supplier<Duration> with(Errand errand, int politeTry) {
    return () -> errand.isStart() && politeTry == 1 ? shorter(each, left()) : each;
  }

  /** A robots.txt that takes longer must leave time for the start URL itself. */
  Supplier<Duration> withRobots(Errand errand) {
    return () -> errand.isStart() ? shorter(START_ROBOTS, shorter(each, left())) : each;
  }

  private Duration left() {
    return Duration.ofNanos(Math.max(startEnds - nanos.getAsLong(), LEAST.toNanos()));
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
