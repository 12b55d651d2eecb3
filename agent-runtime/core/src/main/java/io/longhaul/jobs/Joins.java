package io.longhaul.jobs;

import io.longhaul.handler.Json;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers for jobs, whoever runs them: waits for their end, and repeats it. */
final class Joins {

  /** How soon those who wait learn that the service drains. */
  private static final Duration SLICE = Duration.ofSeconds(1);

  private final Runs runs;
  private final Changes changes;

  Joins(Runs runs, Changes changes) {
    this.runs = runs;
    this.changes = changes;
  }

  /** As {@link Executions#await}. */
  Optional<Job> await(ExecutionId id, long version, Duration time) throws InterruptedException {
    return changes.await(id, version, time, () -> current(id));
  }

  /** The answer of a job as it is now. */
  Answer now(Job job) {
    return switch (job.state()) {
      case SUCCEEDED -> new Answer.Succeeded(job.id(), result(job.id()));
      case FAILED -> new Answer.Failed(job.id(), error(job), null);
      case CANCELLED -> new Answer.Cancelled(job.id());
      case QUEUED, RUNNING -> new Answer.StillRunning(job);
    };
  }

  /**
   * Waits for the end of a job.
   *
   * @param longest null = for ever
   */
  Answer join(Job known, @Nullable Duration longest) throws InterruptedException {
    long began = System.nanoTime();
    var job = known;
    while (!job.state().isTerminal()) {
      if (runs.draining()) {
        throw new Refused.NotServing("The service stopped before execution " + job.id() + " ended");
      }
      var left = longest == null ? SLICE : longest.minusNanos(System.nanoTime() - began);
      if (!left.isPositive()) {
        return now(job);
      }
      var next = await(job.id(), job.version(), left.compareTo(SLICE) < 0 ? left : SLICE);
      job = next.orElseThrow(() -> new IllegalStateException("Job " + known.id() + " is gone"));
    }
    return now(job);
  }

  /**
   * The answer for a caller whose call had a record.
   *
   * @param settled empty = another worker owns it by now, and its caller waits for that one
   */
  Answer ended(ExecutionId id, Optional<Job> settled, Ending ending) throws InterruptedException {
    if (settled.isPresent()
        && settled.get().state() == JobState.SUCCEEDED
        && ending instanceof Ending.Returned(var result)) {
      return new Answer.Succeeded(id, result);
    }
    var job = settled.isPresent() ? settled : runs.records().find(id);
    return join(job.orElseThrow(() -> new IllegalStateException("Job " + id + " is gone")), null);
  }

  /** A job that runs here is known without a read, where nobody else writes to the store. */
  private Optional<Job> current(ExecutionId id) {
    var run = runs.records().exclusive() ? runs.find(id) : null;
    var lease = run == null ? null : run.lease();
    if (lease != null && !lease.lost() && lease.job().state() == JobState.RUNNING) {
      return Optional.of(lease.job());
    }
    return runs.records().find(id);
  }

  private Json result(ExecutionId id) {
    return runs.records()
        .value(id, ValueKind.RESULT)
        .orElseThrow(() -> new IllegalStateException("The result of job " + id + " is gone"));
  }

  private static Failure error(Job job) {
    var error = job.error();
    return error == null ? new Failure("execution-failed", "The reason was not kept") : error;
  }
}
