package io.longhaul.jobs;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * This worker's right to one job, from the claim to the end. Every write of the worker goes through
 * here, one at a time, and takes effect only while the right lasts: a job that is running under
 * another fence, or not running, is somebody else's.
 */
final class Lease {

  private final Records records;
  private final ReentrantLock writing = new ReentrantLock();
  private final @Nullable Ticket ticket;
  private volatile Job job;
  private volatile boolean lost;

  /** What a write asked for that got no answer: it may have taken place. */
  private @Nullable Job doubtful;

  /**
   * Starts with a job as it was stored when the lease was taken.
   *
   * @param ticket what led to it, hidden as long as the lease lasts
   */
  Lease(Records records, Job job, @Nullable Ticket ticket) {
    this.records = records;
    this.job = job;
    this.ticket = ticket;
  }

  @Nullable Ticket ticket() {
    return ticket;
  }

  /** The job as this worker knows it; for an exclusive store, as it is but for a cancel request. */
  Job job() {
    return job;
  }

  boolean lost() {
    return lost;
  }

  /**
   * Changes the job. Others may change it too (a cancel request), so the change is worked out again
   * on what they left.
   *
   * @return the job as it is now; empty if the lease was lost, or is over
   * @throws Refused.StoreAway if it is unknown whether the change took place; it can be repeated
   */
  Optional<Job> write(Function<Job, Change> step) {
    writing.lock();
    try {
      while (!lost && job.state() == JobState.RUNNING) {
        var change = step.apply(job);
        if (attempt(change) || (!lost && job.state() != JobState.RUNNING)) {
          return Optional.of(job);
        }
      }
      return Optional.empty();
    } finally {
      writing.unlock();
    }
  }

  /** Whether the change took place; if not, the job is up to date, or the lease lost. */
  private boolean attempt(Change change) {
    var unsure = doubtful;
    doubtful = change.next();
    var stored = records.replace(job, change.next(), change.value());
    doubtful = null;
    if (stored.isEmpty() || !ours(stored.get(), change.next(), unsure)) {
      lost = true;
      return false;
    }
    job = stored.get();
    return job.equals(change.next());
  }

  private boolean ours(Job stored, Job next, @Nullable Job unsure) {
    return stored.equals(next)
        || stored.equals(unsure)
        || (stored.state() == JobState.RUNNING && stored.fence() == job.fence());
  }

  /** What to write. */
  record Change(Job next, @Nullable Value value) {
    Change(Job next) {
      this(next, null);
    }
  }
}
