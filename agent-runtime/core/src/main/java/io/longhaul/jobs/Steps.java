package io.longhaul.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Every way in which a job can change. Pure: takes the job as it is, answers what it shall be, and
 * leaves it to the store whether that becomes true.
 */
final class Steps {

  /** Leases that a job may lose in a row without a new checkpoint: then it kills its workers. */
  static final int MOST_LOST_LEASES = 5;

  private final Clock clock;
  private final String worker;
  private final Duration retention;
  private final Duration maxAge;
  private final Predicate<JobState> awaited;

  /**
   * Takes what the ways depend on.
   *
   * @param maxAge of Event invocations
   * @param awaited whether the end of an Event invocation has to be told
   */
  Steps(
      Clock clock,
      String worker,
      Duration retention,
      Duration maxAge,
      Predicate<JobState> awaited) {
    this.clock = clock;
    this.worker = worker;
    this.retention = retention;
    this.maxAge = maxAge;
    this.awaited = awaited;
  }

  /** A job that waits for a worker. */
  Job queued(ExecutionId id, int maxFailures) {
    var draft = new JobDraft(id, now());
    draft.maxFailures = maxFailures;
    draft.version = 1;
    return draft.job();
  }

  /** An Event invocation that waits for a worker. */
  Job queuedEvent(ExecutionId id, int maxFailures) {
    var draft = new JobDraft(queued(id, maxFailures));
    draft.event = EventInvocation.accepted(draft.createdAt.plus(maxAge));
    return draft.job();
  }

  /** A new lease for this worker, and a new attempt; from the queue, or from a dead worker. */
  Job taken(Job job) {
    var draft = seenByCallers(job);
    if (job.state() == JobState.RUNNING) {
      draft.lostLeases++;
    }
    draft.state = JobState.RUNNING;
    draft.owner = worker;
    draft.fence++;
    draft.beat++;
    draft.attempt++;
    draft.startedAt = job.startedAt() == null ? now() : job.startedAt();
    draft.event = begun(job, true);
    return draft.job();
  }

  /**
   * What becomes of a job whose worker is dead: taken over; or its end, if it was to be cancelled,
   * or has lost its worker too often.
   */
  Job takenOver(Job job) {
    if (job.cancelRequested()) {
      return cancelled(job, null);
    }
    if (job.lostLeases() + 1 < MOST_LOST_LEASES) {
      return taken(job);
    }
    var draft = ended(job, JobState.FAILED, null);
    draft.lostLeases++;
    draft.fence++;
    draft.error =
        new Failure(
            "worker-lost",
            MOST_LOST_LEASES
                + " workers in a row were lost while they ran this job, and none stored a new"
                + " checkpoint: the job may be what kills them (memory, a native crash)");
    return draft.job();
  }

  /** Still alive; with the latest progress, if it is new. */
  Job renewed(Job job, @Nullable Progress progress) {
    var draft = new JobDraft(job);
    draft.beat++;
    if (progress != null && !progress.equals(job.progress())) {
      draft.progress = progress;
      draft.version++;
    }
    return draft.job();
  }

  /** A checkpoint is also a renewal, and proof that the lost leases before it were not in vain. */
  Job checkpointed(Job job) {
    var draft = new JobDraft(job);
    draft.beat++;
    draft.lostLeases = 0;
    return draft.job();
  }

  Job succeeded(Job job, @Nullable Progress progress) {
    return ended(job, JobState.SUCCEEDED, progress).job();
  }

  Job failed(Job job, Failure failure, @Nullable Progress progress) {
    var draft = ended(job, JobState.FAILED, progress);
    draft.failures++;
    draft.error = failure;
    return draft.job();
  }

  /** Whether it is an Event invocation that is too old for the attempt it waits for. */
  boolean tooOld(Job job) {
    var event = job.event();
    return event != null
        && !event.begun()
        && (now().isAfter(event.startBy()) || job.dueAt().isAfter(event.startBy()));
  }

  /** Given up before its first attempt, or before a retry. */
  Job givenUp(Job job) {
    var draft = ended(job, JobState.FAILED, null);
    draft.error = Failures.tooOld(maxAge, job.error());
    return draft.job();
  }

  Job cancelled(Job job, @Nullable Progress progress) {
    var draft = ended(job, JobState.CANCELLED, progress);
    draft.error = null;
    return draft.job();
  }

  /** An attempt failed, and another follows. */
  Job requeued(Job job, Failure failure, Duration delay, @Nullable Progress progress) {
    var draft = released(job, progress);
    draft.failures++;
    draft.error = failure;
    draft.dueAt = now().plus(delay);
    draft.event = begun(job, false);
    return draft.job();
  }

  /** No failure: this worker stops. */
  Job handedBack(Job job, @Nullable Progress progress) {
    return released(job, progress).job();
  }

  Job cancelRequested(Job job) {
    var draft = seenByCallers(job);
    draft.cancelRequested = true;
    return draft.job();
  }

  /** Its end was told, or nobody will ever take its record. No caller sees the difference. */
  Job recordSettled(Job job) {
    var draft = new JobDraft(job);
    draft.beat++;
    draft.event = job.event() == null ? null : job.event().recordDue(false);
    draft.expiresAt = expiry(draft);
    return draft.job();
  }

  /**
   * Runs again from its last checkpoint; attempts go on counting. An Event invocation is as if it
   * came now, and only its next end is told.
   */
  Job retried(Job job) {
    var draft = seenByCallers(job);
    draft.state = JobState.QUEUED;
    draft.failures = 0;
    draft.lostLeases = 0;
    draft.cancelRequested = false;
    draft.error = null;
    draft.dueAt = now();
    draft.startedAt = null;
    draft.finishedAt = null;
    draft.expiresAt = null;
    draft.event = job.event() == null ? null : EventInvocation.accepted(draft.dueAt.plus(maxAge));
    return draft.job();
  }

  private JobDraft ended(Job job, JobState state, @Nullable Progress progress) {
    var draft = seenByCallers(job);
    draft.state = state;
    draft.owner = null;
    draft.progress = progress == null ? job.progress() : progress;
    draft.error = null;
    draft.finishedAt = now();
    draft.event = job.event() == null ? null : job.event().recordDue(awaited.test(state));
    draft.expiresAt = expiry(draft);
    return draft;
  }

  /** None while something has to be told. */
  private @Nullable Instant expiry(JobDraft draft) {
    boolean due = draft.event != null && draft.event.recordDue();
    return due || draft.finishedAt == null ? null : draft.finishedAt.plus(retention);
  }

  private static @Nullable EventInvocation begun(Job job, boolean begun) {
    return job.event() == null ? null : job.event().begun(begun);
  }

  private JobDraft released(Job job, @Nullable Progress progress) {
    var draft = seenByCallers(job);
    draft.state = JobState.QUEUED;
    draft.owner = null;
    draft.lostLeases = 0;
    draft.progress = progress == null ? job.progress() : progress;
    draft.dueAt = now();
    return draft;
  }

  private static JobDraft seenByCallers(Job job) {
    var draft = new JobDraft(job);
    draft.version++;
    return draft;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
