package io.longhaul.jobs;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the synchronous calls: so many run, so many wait in the order of their coming, and more
 * are refused. A free place costs one compare-and-set.
 */
final class Places {

  private static final int MORE_THAN_WAIT = 1 << 24;

  private final Permits free;
  private final AtomicInteger waiting = new AtomicInteger();
  private final int places;
  private final int mostWaiting;
  private volatile boolean closed;

  Places(int places, int mostWaiting) {
    this.free = new Permits(places);
    this.places = places;
    this.mostWaiting = mostWaiting;
  }

  /**
   * Takes a place, to be given back with {@link #leave()}.
   *
   * @param longest how long to wait for it; null = for ever
   * @return false if the time was over first
   * @throws Refused.Busy if too many wait already
   * @throws Refused.NotServing if the service drains
   */
  boolean enter(@Nullable Duration longest) throws InterruptedException {
    // Who comes late must not overtake those who wait, as a bare tryAcquire would.
    boolean entered = (!free.hasQueuedThreads() && free.tryAcquire()) || queue(longest);
    if (closed) {
      throw new Refused.NotServing("The service is stopping and takes no new calls");
    }
    return entered;
  }

  void leave() {
    free.release();
  }

  /**
   * Counts a job that runs as one of those who have a place, to be given back with {@link
   * #leave()}. It does not wait: what it needs it waits for by itself, and who comes later shall
   * not wait behind it unseen.
   */
  void takeForJob() {
    free.take();
  }

  /** Refuses everyone from now on, those who wait included. */
  void close() {
    closed = true;
    free.release(MORE_THAN_WAIT);
  }

  private boolean queue(@Nullable Duration longest) throws InterruptedException {
    if (waiting.incrementAndGet() > mostWaiting) {
      waiting.decrementAndGet();
      throw new Refused.Busy(
          "All " + places + " places and " + mostWaiting + " waiting places are taken",
          Duration.ofSeconds(1));
    }
    try {
      if (longest == null) {
        free.acquire();
        return true;
      }
      return free.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS);
    } finally {
      waiting.decrementAndGet();
    }
  }

  /** May be fewer than none: then as many must be given back before one is free. */
  private static final class Permits extends Semaphore {

    private static final long serialVersionUID = 1;

    Permits(int permits) {
      super(permits, true);
    }

    void take() {
      reducePermits(1);
    }
  }
}
