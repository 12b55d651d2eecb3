package io.longhaul.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A job in the making: a copy whose fields can be set one by one. Stays on one thread. */
final class JobDraft {
  final ExecutionId id;
  final Instant createdAt;
  JobState state;
  int attempt;
  int failures;
  int maxFailures;
  int lostLeases;
  long fence;
  long beat;
  long version;
  @Nullable String owner;
  boolean cancelRequested;
  @Nullable Progress progress;
  Instant dueAt;
  @Nullable Instant startedAt;
  @Nullable Instant finishedAt;
  @Nullable Instant expiresAt;
  @Nullable Failure error;
  @Nullable EventInvocation event;

  JobDraft(ExecutionId id, Instant createdAt) {
    this.id = id;
    this.createdAt = createdAt;
    this.state = JobState.QUEUED;
    this.dueAt = createdAt;
  }

  JobDraft(Job job) {
    this(job.id(), job.createdAt());
    state = job.state();
    attempt = job.attempt();
    failures = job.failures();
    maxFailures = job.maxFailures();
    lostLeases = job.lostLeases();
    fence = job.fence();
    beat = job.beat();
    version = job.version();
    owner = job.owner();
    cancelRequested = job.cancelRequested();
    progress = job.progress();
    dueAt = job.dueAt();
    startedAt = job.startedAt();
    finishedAt = job.finishedAt();
    expiresAt = job.expiresAt();
    error = job.error();
    event = job.event();
  }

  Job job() {
    return new Job(
        id,
        state,
        attempt,
        failures,
        maxFailures,
        lostLeases,
        fence,
        beat,
        version,
        owner,
        cancelRequested,
        progress,
        createdAt,
        dueAt,
        startedAt,
        finishedAt,
        expiresAt,
        error,
        event);
  }
}
