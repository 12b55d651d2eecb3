package io.longhaul.jobs;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives tickets while a slot is free, and decides by a strongly consistent read what each one
 * means. A ticket is deleted only when its job is terminal and its end told, or absent and the
 * ticket old.
 */
final class Worker {

  private static final Logger log = LoggerFactory.getLogger(Worker.class);
  private static final int MOST_AT_A_TIME = 10; // SQS gives no more
  private static final Duration WAIT = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /**
   * A job is stored before its ticket is sent; a store may take a moment to show it, not an hour.
   */
  private static final Duration ABSENT = Duration.ofHours(1);

  /** SQS forgets a ticket after 14 days. */
  private static final Duration AGED = Duration.ofDays(7);

  private static final Duration SHORTLY = Duration.ofMillis(50);

  private final Slots slots;
  private final JobQueue queue;
  private final Runs runs;
  private final JobRuns jobs;
  private final Deliveries deliveries;
  private final Watch watch;
  private final Clock clock;
  private final Duration hidden;
  private @Nullable Thread loop;

  /** Set while the store refuses: then few tickets are tried, and the log is told once. */
  private final AtomicBoolean away = new AtomicBoolean();

  Worker(
      Slots slots,
      JobQueue queue,
      Runs runs,
      JobRuns jobs,
      Deliveries deliveries,
      Watch watch,
      Clock clock,
      Duration lease) {
    this.slots = slots;
    this.queue = queue;
    this.runs = runs;
    this.jobs = jobs;
    this.deliveries = deliveries;
    this.watch = watch;
    this.clock = clock;
    this.hidden = lease.multipliedBy(2);
  }

  synchronized void start() {
    loop = Thread.ofVirtual().name("longhaul-jobs").start(this::loop);
  }

  /** Takes no more tickets. */
  synchronized void stop() {
    if (loop != null) {
      loop.interrupt();
    }
  }

  private void loop() {
    try {
      while (!runs.draining()) {
        turn();
      }
    } catch (InterruptedException _) {
      // A drain: what was received and not started is visible again when its hiding ends.
    }
  }

  private void turn() throws InterruptedException {
    try {
      if (away.get()) {
        Thread.sleep(PAUSE);
      }
      int most = Math.min(MOST_AT_A_TIME, slots.awaitFree());
      for (var ticket : queue.receive(most, hidden, WAIT)) {
        var slot = slots.take();
        Thread.ofVirtual().name("longhaul-job-" + ticket.id()).start(() -> meet(ticket, slot));
      }
    } catch (Refused.StoreAway refused) {
      tell(refused);
    }
  }

  private void meet(Ticket ticket, Slots.Slot slot) {
    try (slot) {
      var job = runs.records().find(ticket.id());
      if (job.isEmpty()) {
        absent(ticket);
      } else if (job.get().state().isTerminal()) {
        slot.close(); // telling an end may take long
        deliveries.settle(job.get(), ticket);
      } else if (age(ticket).compareTo(AGED) > 0) {
        queue.send(ticket.id(), Duration.ZERO);
        queue.delete(ticket);
      } else {
        unfinished(job.get(), ticket, slot);
        away.set(false);
      }
    } catch (Refused.StoreAway refused) {
      tell(refused);
      retry(ticket);
    }
  }

  private void tell(Refused.StoreAway refused) {
    if (!away.getAndSet(true)) {
      log.warn("No jobs can be taken for the moment: {}", refused.getMessage());
    }
  }

  private void unfinished(Job job, Ticket ticket, Slots.Slot slot) {
    var run = runs.find(job.id());
    var early = Duration.between(clock.instant(), job.dueAt());
    if (run != null) {
      queue.hide(ticket, settled(run) ? SHORTLY : hidden);
    } else if (runs.draining()) {
      queue.hide(ticket, Duration.ZERO);
    } else if (job.state() == JobState.QUEUED && early.isPositive()) {
      queue.hide(ticket, early);
    } else if (job.state() == JobState.QUEUED || runs.records().exclusive()) {
      jobs.take(job, ticket, slot);
    } else {
      queue.hide(ticket, hidden);
      watch.start(job, ticket);
    }
  }

  /** Whether a run has ended its lease and is about to go. */
  private static boolean settled(Run run) {
    var lease = run.lease();
    return lease != null && !lease.lost() && lease.job().state() != JobState.RUNNING;
  }

  private void absent(Ticket ticket) {
    if (age(ticket).compareTo(ABSENT) > 0) {
      queue.delete(ticket);
    } else {
      queue.hide(ticket, hidden);
    }
  }

  private void retry(Ticket ticket) {
    try {
      queue.hide(ticket, PAUSE);
    } catch (Refused.StoreAway _) {
      // The ticket is visible again when its hiding ends.
    }
  }

  private Duration age(Ticket ticket) {
    return Duration.between(ticket.sentAt(), clock.instant());
  }
}
