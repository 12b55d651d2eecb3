package io.longhaul.jobs;

import io.longhaul.handler.Json;
import org.jspecify.annotations.Nullable;

/** How a synchronous call ended. */
public sealed interface Answer {

  /** The execution that was run, or joined. */
  ExecutionId id();

  /**
   * It succeeded.
   *
   * @param result the handler's output
   */
  record Succeeded(ExecutionId id, Json result) implements Answer {}

  /**
   * It failed for good.
   *
   * @param cause what the handler threw for this very call; null if it threw nothing, or if the
   *     failure was read from a record, which does not keep it
   */
  record Failed(ExecutionId id, Failure failure, @Nullable Throwable cause) implements Answer {}

  /** It was cancelled. */
  record Cancelled(ExecutionId id) implements Answer {}

  /** It outlived its wait, and goes on as a job. */
  record StillRunning(Job job) implements Answer {

    @Override
    public ExecutionId id() {
      return job.id();
    }
  }
}
