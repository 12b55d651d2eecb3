package io.longhaul.jobs;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries a write again and again while the store is away: neither a result nor a checkpoint is
 * thrown away because a disk is full for an hour. One line in the log says so, however long it
 * lasts. Resilience4j's Retry would not do: an interrupt ends its wait and with it the tries, and
 * here an interrupt belongs to the handler.
 */
final class Persistence {

  private static final Logger log = LoggerFactory.getLogger(Persistence.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final BooleanSupplier goesOn;

  /**
   * Persists for a while.
   *
   * @param goesOn asked before each further try
   */
  Persistence(BooleanSupplier goesOn) {
    this.goesOn = goesOn;
  }

  /**
   * Answers what the write answers. An interrupt does not end it, but the pause before the next
   * question whether to go on.
   *
   * @param what begins the line in the log
   * @throws Refused.StoreAway if it was told not to go on, and the write is still refused
   */
  <T> T until(Supplier<T> write, String what) {
    boolean interrupted = false;
    boolean told = false;
    var pause = FIRST_PAUSE;
    try {
      while (true) {
        try {
          return write.get();
        } catch (Refused.StoreAway away) {
          if (!goesOn.getAsBoolean()) {
            throw away;
          }
          if (!told) {
            log.warn("{} cannot be stored yet: {}", what, away.getMessage());
            told = true;
          }
          interrupted |= interruptedWithin(pause);
          pause = longer(pause);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static Duration longer(Duration pause) {
    var next = pause.multipliedBy(2);
    return next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
  }

  private static boolean interruptedWithin(Duration pause) {
    try {
      Thread.sleep(pause);
      return false;
    } catch (InterruptedException _) {
      return true;
    }
  }
}
