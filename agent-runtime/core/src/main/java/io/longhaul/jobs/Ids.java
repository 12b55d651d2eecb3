package io.longhaul.jobs;

import com.fasterxml.uuid.UUIDClock;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/** Makes ids at the rate of synchronous calls: no secure random, which is slow and shared. */
final class Ids {

  private final TimeBasedEpochRandomGenerator generator;

  Ids(Clock clock) {
    generator =
        new TimeBasedEpochRandomGenerator(
            new ThreadLocalBytes(),
            new UUIDClock() {
              @Override
              public long currentTimeMillis() {
                return clock.millis();
              }
            });
  }

  ExecutionId next() {
    return new ExecutionId(generator.generate());
  }

  /** When an id was made, in milliseconds since 1970: its first 48 bits. */
  static long millis(ExecutionId id) {
    return id.value().getMostSignificantBits() >>> 16;
  }

  private static final class ThreadLocalBytes extends Random {
    private static final long serialVersionUID = 1;

    @Override
    public void nextBytes(byte[] bytes) {
      ThreadLocalRandom.current().nextBytes(bytes);
    }
  }
}
