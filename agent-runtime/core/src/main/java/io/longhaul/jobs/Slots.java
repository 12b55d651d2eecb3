package io.longhaul.jobs;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Bounds the jobs that run at a time, apart from synchronous calls. */
final class Slots {

  private final Semaphore free;

  Slots(int slots) {
    free = new Semaphore(slots, true);
  }

  /** A slot if one is free and nobody waits for it; else null. */
  @Nullable Slot tryTake() {
    return !free.hasQueuedThreads() && free.tryAcquire() ? new Slot(free) : null;
  }

  Slot take() throws InterruptedException {
    free.acquire();
    return new Slot(free);
  }

  /** A slot, or null if none became free in time. */
  @Nullable Slot take(Duration longest) throws InterruptedException {
    return free.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS) ? new Slot(free) : null;
  }

  /** Waits until a slot is free, without taking it; answers how many are, at least one. */
  int awaitFree() throws InterruptedException {
    free.acquire();
    free.release();
    return Math.max(1, free.availablePermits());
  }

  /** The right to run one job; giving it back twice is harmless. */
  static final class Slot implements AutoCloseable {
    private final Semaphore free;
    private final AtomicBoolean given = new AtomicBoolean();

    private Slot(Semaphore free) {
      this.free = free;
    }

    @Override
    public void close() {
      if (given.compareAndSet(false, true)) {
        free.release();
      }
    }
  }
}
