package io.longhaul.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down how a job's handler ended, then lets go of its ticket. While the store is away it
 * tries again and again: a result is not thrown away because a disk is full for an hour.
 */
final class Settler {

  private static final Logger log = LoggerFactory.getLogger(Settler.class);

  private final Settlement settlement;
  private final Runs runs;
  private final JobQueue queue;
  private final Deliveries deliveries;
  private final Announcer announcer;
  private final Clock clock;
  private volatile boolean closed;

  Settler(
      Settlement settlement,
      Runs runs,
      JobQueue queue,
      Deliveries deliveries,
      Announcer announcer,
      Clock clock) {
    this.settlement = settlement;
    this.runs = runs;
    this.queue = queue;
    this.deliveries = deliveries;
    this.announcer = announcer;
    this.clock = clock;
  }

  /**
   * Settles a job and ends its run.
   *
   * @return the job as it is then; empty if the lease was lost or the store closed first
   */
  Optional<Job> settle(Run run, Lease lease, Ending ending) {
    var verdict = settlement.judge(ending, run.stop(), runs.draining());
    var settled = write(run, lease, verdict);
    if (settled.isPresent()) {
      announcer.settled(run, settled.get(), verdict);
    } else if (run.stop() != Stop.LEASE_LOST) {
      announcer.leaseLost(run);
    }
    runs.end(run); // before the ticket: who receives it must find the job free
    settled.ifPresent(job -> passOn(job, lease));
    return settled;
  }

  /** Gives up what could not be written: those jobs will run again. */
  void close() {
    closed = true;
  }

  private Optional<Job> write(Run run, Lease lease, Settlement.Verdict verdict) {
    try {
      return new Persistence(() -> !closed)
          .until(
              () -> lease.write(job -> settlement.carryOut(verdict, job, run.progress())),
              "The end of execution " + run.id());
    } catch (Refused.StoreAway _) {
      return Optional.empty();
    }
  }

  private void passOn(Job job, Lease lease) {
    try {
      if (!job.state().isTerminal()) {
        queue.send(job.id(), until(job.dueAt()));
      }
      deliveries.settle(job, lease.ticket());
    } catch (Refused.StoreAway away) {
      // The old ticket is still there and leads to the job again, or the sweep does.
      log.warn("The ticket of execution {} stays: {}", job.id(), away.getMessage());
    }
  }

  private Duration until(Instant due) {
    var left = Duration.between(clock.instant(), due);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
