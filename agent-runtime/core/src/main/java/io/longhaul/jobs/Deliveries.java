package io.longhaul.jobs;

import io.longhaul.handler.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the records of ended Event invocations to their destination, at least once, whatever is
 * killed: a job keeps its ticket and does not expire until its record was delivered, or refused for
 * good. No slot is held meanwhile.
 */
final class Deliveries {

  private static final Logger log = LoggerFactory.getLogger(Deliveries.class);
  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private final Records records;
  private final Steps steps;
  private final JobQueue queue;
  private final EventOutcomes outcomes;
  private final Announcer announcer;
  private final Timers timers;
  private final Clock clock;
  private final Duration hidden;

  /** Those under way here; true = one has ended again meanwhile. */
  private final ConcurrentMap<ExecutionId, Boolean> underWay = new ConcurrentHashMap<>();

  private final AtomicInteger tries = new AtomicInteger();

  /** Set while a destination is away: the log is told once. */
  private final AtomicBoolean away = new AtomicBoolean();

  Deliveries(
      Records records,
      Steps steps,
      JobQueue queue,
      EventOutcomes outcomes,
      Announcer announcer,
      Timers timers,
      Clock clock,
      Duration lease) {
    this.records = records;
    this.steps = steps;
    this.queue = queue;
    this.outcomes = outcomes;
    this.announcer = announcer;
    this.timers = timers;
    this.clock = clock;
    this.hidden = lease.multipliedBy(2);
  }

  /**
   * Delivers what is due for an ended job, then deletes its ticket. The first try is made on the
   * calling thread; further ones follow by themselves.
   *
   * @param ticket null = the store is exclusive, and announces the job when it is opened again
   */
  void settle(Job ended, @Nullable Ticket ticket) {
    if (!due(ended)) {
      delete(ticket);
    } else if (underWay.merge(ended.id(), false, (_, _) -> true)) {
      hide(ticket, hidden); // it may be the very one that the delivery under way holds
    } else {
      deliver(ended, ticket);
    }
  }

  /** The same on a thread of its own. */
  void settleAside(Job ended) {
    aside(ended, () -> settle(ended, null));
  }

  boolean underWay(ExecutionId id) {
    return underWay.containsKey(id);
  }

  /** Waits until no try is under way, so that what was delivered is also noted. */
  void awaitTries(Duration longest) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    while (tries.get() > 0 && System.nanoTime() - end < 0) {
      Thread.sleep(10);
    }
  }

  private void deliver(Job ended, @Nullable Ticket ticket) {
    tries.incrementAndGet();
    try {
      tryOnce(ended, ticket);
    } finally {
      tries.decrementAndGet();
    }
  }

  private void tryOnce(Job ended, @Nullable Ticket ticket) {
    var job = ended;
    try {
      do {
        underWay.put(job.id(), false);
        var now = records.find(job.id()).filter(Deliveries::due);
        if (now.isPresent()) {
          job = now.get();
          tell(job, ticket);
        }
      } while (!underWay.remove(job.id(), false));
      delete(ticket);
    } catch (RuntimeException e) {
      again(job, ticket, e);
    }
  }

  private void tell(Job ended, @Nullable Ticket ticket) {
    hide(ticket, hidden);
    var kind = ended.state() == JobState.SUCCEEDED ? ValueKind.RESULT : ValueKind.REPORT;
    Json input =
        records
            .value(ended.id(), ValueKind.INPUT)
            .orElseThrow(() -> new IllegalStateException("Its input is gone"));
    boolean taken = told(ended, input, records.value(ended.id(), kind).orElse(null));
    // If this fails, somebody has run it again meanwhile: then the next end is due.
    var _ = records.replace(ended, steps.recordSettled(ended), null);
    if (!taken) {
      announcer.recordRejected(ended);
    }
    away.set(false);
  }

  /** False if nobody will ever take the record. */
  private boolean told(Job ended, Json input, @Nullable Json response) {
    try {
      outcomes.tell(ended, input, response);
      return true;
    } catch (Undeliverable e) {
      // Before the debt is closed: whatever is killed next, somebody has read it.
      log.error("The record of execution {} is lost: {}", ended.id(), e.getMessage());
      return false;
    }
  }

  private void again(Job ended, @Nullable Ticket ticket, RuntimeException reason) {
    if (!away.getAndSet(true)) {
      log.warn(
          "The record of execution {} cannot be delivered yet, and is tried again: {}",
          ended.id(),
          Objects.requireNonNullElseGet(reason.getMessage(), reason::toString));
    }
    var pause = pause(ended);
    hide(ticket, pause.plus(hidden));
    try {
      var _ = timers.after(pause, () -> aside(ended, () -> deliver(ended, ticket)));
    } catch (RejectedExecutionException _) {
      // A drain: whoever meets the job next delivers it.
    }
  }

  private static void aside(Job ended, Runnable task) {
    Thread.ofVirtual().name("longhaul-record-" + ended.id()).start(task);
  }

  /** As long as the wait has lasted: so pauses double, without a count that every task knows. */
  private Duration pause(Job ended) {
    var since = Objects.requireNonNullElse(ended.finishedAt(), ended.createdAt());
    return bounded(Duration.between(since, clock.instant()));
  }

  private static Duration bounded(Duration pause) {
    if (pause.compareTo(SHORTEST_PAUSE) < 0) {
      return SHORTEST_PAUSE;
    }
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  private static boolean due(Job job) {
    var event = job.event();
    return event != null && event.recordDue();
  }

  private void hide(@Nullable Ticket ticket, Duration time) {
    if (ticket != null) {
      try {
        queue.hide(ticket, time);
      } catch (Refused.StoreAway _) {
        // It comes back too early, and is met as one more.
      }
    }
  }

  private void delete(@Nullable Ticket ticket) {
    if (ticket != null) {
      queue.delete(ticket);
    }
  }
}
