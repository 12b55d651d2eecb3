package io.longhaul.jobs;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What callers may do to a job. */
final class JobCommands {

  private final Runs runs;
  private final JobQueue queue;
  private final Announcer announcer;

  JobCommands(Runs runs, JobQueue queue, Announcer announcer) {
    this.runs = runs;
    this.queue = queue;
    this.announcer = announcer;
  }

  /**
   * A queued job is cancelled at once. A running one is asked to stop: here its thread is
   * interrupted now, elsewhere at the next renewal of its lease.
   */
  Optional<Job> cancel(ExecutionId id) {
    var job =
        here(runs.find(id))
            .or(() -> runs.records().change(id, this::cancelled, this::announceCancelled));
    var run = runs.find(id); // after the change: it may have been claimed meanwhile
    if (run != null && job.isPresent() && job.get().cancelRequested()) {
      run.stop(Stop.CANCEL);
    }
    return job;
  }

  Optional<Job> retry(ExecutionId id) {
    return runs.records()
        .change(id, this::retried, queued -> queue.send(queued.id(), Duration.ZERO));
  }

  private void announceCancelled(Job job) {
    if (job.state() == JobState.CANCELLED) {
      announcer.endedAside(job);
    }
  }

  /** Through the lease, where this worker has it, so that the lease knows. */
  private Optional<Job> here(@Nullable Run run) {
    var lease = run == null ? null : run.lease();
    return lease == null ? Optional.empty() : lease.write(job -> new Lease.Change(cancelled(job)));
  }

  private Job cancelled(Job job) {
    return switch (job.state()) {
      case QUEUED -> runs.steps().cancelled(job, null);
      case RUNNING -> job.cancelRequested() ? job : runs.steps().cancelRequested(job);
      case CANCELLED -> job;
      case SUCCEEDED, FAILED ->
          throw new Refused.WrongState(
              "Job "
                  + job.id()
                  + " has "
                  + word(job)
                  + ": only a queued or running job can be"
                  + " cancelled");
    };
  }

  private Job retried(Job job) {
    if (job.state() == JobState.FAILED || job.state() == JobState.CANCELLED) {
      return runs.steps().retried(job);
    }
    throw new Refused.WrongState(
        "Job " + job.id() + " is " + word(job) + ": only a failed or cancelled job can be retried");
  }

  private static String word(Job job) {
    return job.state().name().toLowerCase(Locale.ROOT);
  }
}
