package io.longhaul.agents.linkauditor;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The time that an audit took, all attempts together. */
final class Stopwatch {

  private final Duration earlier;
  private final LongSupplier nanos;
  private final long start;

  Stopwatch(Duration earlier, LongSupplier nanos) {
    this.earlier = earlier;
    this.nanos = nanos;
    this.start = nanos.getAsLong();
  }

  Duration elapsed() {
    return earlier.plusNanos(nanos.getAsLong() - start);
  }
}
