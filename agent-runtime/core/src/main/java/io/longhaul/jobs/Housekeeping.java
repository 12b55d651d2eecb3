package io.longhaul.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The slow work: deletes what expired, and announces jobs that seem to have lost their ticket. */
final class Housekeeping {

  private static final int BATCH = 500;

  private final JobStore store;
  private final JobQueue queue;
  private final Runs runs;
  private final Deliveries deliveries;
  private final Clock clock;
  private final Duration announced;

  /** Beats of running and ended jobs as the last sweep saw them. */
  private Map<ExecutionId, Long> beats = Map.of();

  Housekeeping(
      JobStore store,
      JobQueue queue,
      Runs runs,
      Deliveries deliveries,
      Clock clock,
      Duration lease) {
    this.store = store;
    this.queue = queue;
    this.runs = runs;
    this.deliveries = deliveries;
    this.clock = clock;
    this.announced = lease.multipliedBy(2);
  }

  /** Announces every unfinished job: an exclusive store's queue starts empty. */
  void announceAll() {
    var now = clock.instant();
    each(job -> send(job, now));
  }

  /**
   * Announces what waits although no ticket is visible: queued jobs that are overdue, running ones
   * whose worker gave no sign since the last sweep, and ended ones whose end nobody tells here.
   */
  void sweep() {
    if (queue.depth().visible() > 0) {
      return;
    }
    var now = clock.instant();
    var seen = new HashMap<ExecutionId, Long>();
    each(job -> {
      if (job.state() != JobState.QUEUED) {
        seen.put(job.id(), job.beat());
      }
      if (forgotten(job, now)) {
        send(job, now);
      }
    });
    beats = seen;
  }

  /** Deletes expired jobs in batches, so that other writes get their turn in between. */
  void deleteExpired() {
    int deleted = BATCH;
    while (deleted == BATCH && !runs.draining()) {
      deleted = store.deleteExpired(clock.instant(), BATCH);
    }
  }

  private boolean forgotten(Job job, Instant now) {
    if (runs.find(job.id()) != null) {
      return false;
    }
    return switch (job.state()) {
      case QUEUED -> job.dueAt().plus(announced).isBefore(now);
      case RUNNING -> Long.valueOf(job.beat()).equals(beats.get(job.id()));
      case SUCCEEDED, FAILED, CANCELLED ->
          !deliveries.underWay(job.id()) && Long.valueOf(job.beat()).equals(beats.get(job.id()));
    };
  }

  /** An end is told without a ticket where nobody else needs one: then it waits for no slot. */
  private void send(Job job, Instant now) {
    if (job.state().isTerminal() && store.exclusive()) {
      deliveries.settleAside(job);
      return;
    }
    var wait = Duration.between(now, job.dueAt());
    boolean later = job.state() == JobState.QUEUED && wait.isPositive();
    queue.send(job.id(), later ? wait : Duration.ZERO);
  }

  private void each(Consumer<Job> action) {
    @Nullable ExecutionId last = null;
    while (true) {
      var jobs = store.unfinished(BATCH, last);
      jobs.forEach(action);
      if (jobs.size() < BATCH) {
        return;
      }
      last = jobs.getLast().id();
    }
  }
}
