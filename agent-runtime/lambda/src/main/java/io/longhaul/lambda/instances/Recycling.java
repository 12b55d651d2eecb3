package io.longhaul.lambda.instances;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Replaces instances that have waited too long, and all of them when their environment changed. */
final class Recycling implements AutoCloseable {

  /** .NET's client gives up after 12 hours without a call. */
  private static final Duration LONGEST_IDLE = Duration.ofHours(11).minusMinutes(30);

  private static final Duration ROUND = Duration.ofMinutes(1);

  /** Until the successor of an idle instance should be ready. */
  private static final long READY_SECONDS = 30;

  private final List<Supervisor> supervisors;
  private final Clock clock;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
  private final ScheduledExecutorService rounds =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("longhaul-recycling").factory());

  Recycling(List<Supervisor> supervisors, Clock clock) {
    this.supervisors = supervisors;
    this.clock = clock;
    var _ =
        rounds.scheduleWithFixedDelay(
            this::idle, ROUND.toSeconds(), ROUND.toSeconds(), TimeUnit.SECONDS);
  }

  /** Replaces those that have waited too long. */
  void idle() {
    var since = clock.instant().minus(LONGEST_IDLE);
    for (var supervisor : supervisors) {
      var idle = supervisor.idleSince();
      if (idle != null && idle.isBefore(since)) {
        var _ = supervisor.retire(null);
      }
    }
  }

  /** Replaces all, each after its calls, and those that have none one after another. */
  void all() {
    thread.execute(this::replaceAll);
  }

  private void replaceAll() {
    try {
      for (var supervisor : supervisors) {
        boolean idle = supervisor.idleSince() != null;
        var old = supervisor.retire(null);
        if (idle && old != null) {
          old.awaitEnd();
          supervisor.awaitReady(READY_SECONDS);
        }
      }
    } catch (InterruptedException _) {
      // the service ends
    }
  }

  @Override
  public void close() {
    var _ = rounds.shutdownNow();
    var _ = thread.shutdownNow();
  }
}
