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
    var run = runs.find(id);
    var job = here(run).or(() -> runs.records().change(id, this::cancelled));
    if (job.isPresent() && job.get().cancelRequested() && run != null) {
      run.stop(Stop.CANCEL);
    }
    job.filter(now -> now.state() == JobState.CANCELLED && run == null)
        .ifPresent(announcer::endedAside);
    return job;
  }

  Optional<Job> retry(ExecutionId id) {
    var job = runs.records().change(id, this::retried);
    job.ifPresent(queued -> queue.send(queued.id(), Duration.ZERO));
    return job;
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
