package io.longhaul.endpoints;

import io.longhaul.jobs.Failure;
import io.longhaul.jobs.Job;
import io.longhaul.jobs.JobState;
import io.longhaul.jobs.Progress;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A job as callers see it: what it is, without how it is held. */
record JobView(
    String jobId,
    String state,
    int attempt,
    @Nullable Progress progress,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable Instant expiresAt,
    boolean cancelRequested,
    @Nullable Failure error) {

  static JobView of(Job job) {
    return new JobView(
        job.id().toString(),
        word(job.state()),
        job.attempt(),
        job.progress(),
        job.createdAt(),
        job.startedAt(),
        job.finishedAt(),
        job.expiresAt(),
        job.cancelRequested(),
        job.error());
  }

  static String word(JobState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
