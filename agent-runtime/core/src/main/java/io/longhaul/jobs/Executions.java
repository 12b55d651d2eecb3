package io.longhaul.jobs;

import io.longhaul.handler.Json;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The front door: accepts calls, runs them, and answers about jobs. Every method may block; call it
 * on virtual threads. Every method may throw {@link Refused}.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class Executions {

  /** Runs a call and waits for its end, or for its wait. */
  public Answer execute(ExecutionRequest request) throws InterruptedException {
    throw new UnsupportedOperationException();
  }

  /** Accepts a call as a job; returns once it is stored. */
  public Job submit(ExecutionRequest request) {
    throw new UnsupportedOperationException();
  }

  /** The job as it is now. */
  public Optional<Job> find(ExecutionId id) {
    throw new UnsupportedOperationException();
  }

  /** The output of a job that succeeded; empty for every other. */
  public Optional<Json> result(ExecutionId id) {
    throw new UnsupportedOperationException();
  }

  /** A page of jobs, newest first, older than {@code before}. */
  public JobPage list(@Nullable JobState state, int limit, @Nullable ExecutionId before) {
    throw new UnsupportedOperationException();
  }

  /** Cancels; returns the job as it is then, which may still be running. */
  public Optional<Job> cancel(ExecutionId id) {
    throw new UnsupportedOperationException();
  }

  /** Runs a failed or cancelled job again. */
  public Optional<Job> retry(ExecutionId id) {
    throw new UnsupportedOperationException();
  }

  /**
   * Waits until the job's version is above {@code version} or the time is over, whoever runs it;
   * the job as it is then.
   */
  public Optional<Job> await(ExecutionId id, long version, Duration time)
      throws InterruptedException {
    throw new UnsupportedOperationException();
  }

  /** Executions that run now, synchronous ones and jobs. */
  public int running() {
    throw new UnsupportedOperationException();
  }
}
