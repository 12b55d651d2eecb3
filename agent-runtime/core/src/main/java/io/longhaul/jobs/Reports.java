package io.longhaul.jobs;

import org.jspecify.annotations.Nullable;

/** Keeps what failed attempts of Event invocations answered, for the record of their end. */
final class Reports {

  private final EventOutcomes outcomes;

  Reports(EventOutcomes outcomes) {
    this.outcomes = outcomes;
  }

  /**
   * The report of a failed attempt.
   *
   * @param cause null = its worker was lost
   * @return null if nobody will be told
   */
  @Nullable Value of(Job job, Failure failure, @Nullable Throwable cause) {
    return job.event() == null || !outcomes.awaited(JobState.FAILED)
        ? null
        : new Value(ValueKind.REPORT, outcomes.report(new Answer.Failed(job.id(), failure, cause)));
  }
}
