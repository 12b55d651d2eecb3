package io.longhaul.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An execution with a durable record, as it was at one moment. Its input, checkpoint and result are
 * values of their own, because they can be large.
 *
 * @param attempt runs begun so far, also those that a lost worker or a hand-back ended
 * @param failures attempts that failed; the job ends when they reach {@code maxFailures}
 * @param lostLeases leases lost in a row without a new checkpoint between them
 * @param fence grows with each lease; every write of a worker is conditional on it
 * @param beat grows with each renewal of the lease; who sees it unchanged for a lease length may
 *     take over
 * @param version grows with each change that a caller can see; the event id of the job's events
 * @param owner the worker that holds the lease, while running
 * @param dueAt not to be run before; moves with each retry
 * @param expiresAt when the record goes; only terminal jobs expire, and of those none whose end is
 *     still to be told
 * @param event null = it is no Event invocation
 */
public record Job(
    ExecutionId id,
    JobState state,
    int attempt,
    int failures,
    int maxFailures,
    int lostLeases,
    long fence,
    long beat,
    long version,
    @Nullable String owner,
    boolean cancelRequested,
    @Nullable Progress progress,
    Instant createdAt,
    Instant dueAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable Instant expiresAt,
    @Nullable Failure error,
    @Nullable EventInvocation event) {

  /** Whether a worker has something to do for it: run it, or tell its end. */
  public boolean isUnfinished() {
    return !state.isTerminal() || (event != null && event.recordDue());
  }
}
