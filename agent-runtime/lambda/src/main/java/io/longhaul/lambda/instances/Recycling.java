package io.longhaul.lambda.instances;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Replaces instances that have waited too long, and all of them when their environment changed. */
final class Recycling implements AutoCloseable {

  /** .NET's client gives up after 12 hours without a call. */
  private static final Duration LONGEST_IDLE = Duration.ofHours(11).minusMinutes(30);

  /** Extensions flush after a call; one that takes longer hangs. */
  private static final Duration LONGEST_HELD_UP = Duration.ofMinutes(1);

  private static final Duration ROUND = Duration.ofMinutes(1);

  /** Until the successor of an idle instance should be ready. */
  private static final Duration READY = Duration.ofSeconds(30);

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

  /** Replaces those that have waited too long for a call, or for their extensions. */
  void idle() {
    var now = clock.instant();
    for (var supervisor : supervisors) {
      if (isBefore(supervisor.heldUpSince(), now.minus(LONGEST_HELD_UP))) {
        supervisor.replaceHeldUp();
      }
    }
    thread.execute(() ->
        replace(
            supervisors.stream()
                .filter(supervisor -> isBefore(supervisor.idleSince(), now.minus(LONGEST_IDLE)))
                .toList()));
  }

  private static boolean isBefore(@Nullable Instant moment, Instant limit) {
    return moment != null && moment.isBefore(limit);
  }

  /** Replaces all, each after its calls, and those that have none one after another. */
  void all() {
    thread.execute(() -> replace(supervisors));
  }

  private static void replace(List<Supervisor> places) {
    try {
      for (var supervisor : places) {
        boolean idle = supervisor.idleSince() != null;
        var old = supervisor.retire(null);
        if (idle && old != null) {
          old.awaitEnd();
          supervisor.awaitReady(READY);
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
