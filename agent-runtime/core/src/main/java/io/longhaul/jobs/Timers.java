package io.longhaul.jobs;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts things later or again and again, each on a virtual thread of its own. */
final class Timers {

  private static final Logger log = LoggerFactory.getLogger(Timers.class);

  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("longhaul-jobs-timer").factory());

  Timers() {
    clock.setRemoveOnCancelPolicy(true);
  }

  /** Runs something short, on the timer's own thread. */
  Future<?> after(Duration delay, Runnable task) {
    return clock.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Repeats something; a turn that is not over when the next is due skips that one. */
  void every(String name, Duration period, Runnable task) {
    var busy = new AtomicBoolean();
    var _ =
        clock.scheduleAtFixedRate(
            () -> {
              if (busy.compareAndSet(false, true)) {
                Thread.ofVirtual().name("longhaul-" + name).start(() -> turn(name, task, busy));
              }
            },
            period.toNanos(),
            period.toNanos(),
            TimeUnit.NANOSECONDS);
  }

  void stop() {
    clock.shutdownNow();
  }

  private static void turn(String name, Runnable task, AtomicBoolean busy) {
    try {
      task.run();
    } catch (RuntimeException e) {
      log.warn("{} failed and is tried again: {}", name, e.toString());
    } finally {
      busy.set(false);
    }
  }
}
