package io.longhaul.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Is told what happens to executions, on the thread where it happens: be quick. What a listener
 * throws is logged and has no effect.
 */
public interface ExecutionListener {

  /** A handler is about to run. */
  default void started(Execution execution) {}

  /** It ended well, and its result is stored if it is a job. */
  default void succeeded(Execution execution) {}

  /**
   * It failed for good.
   *
   * @param cause what the handler threw, with its stack trace; null if it threw nothing
   */
  default void failed(Execution execution, Failure failure, @Nullable Throwable cause) {}

  /** An attempt failed, and there will be another, not before {@code due}. */
  default void retried(
      Execution execution, Failure failure, @Nullable Throwable cause, Instant due) {}

  /** Its handler has stopped, and it is cancelled; or it was cancelled before it ran. */
  default void cancelled(Execution execution) {}

  /**
   * A worker lost it: this one, or a dead one whose job this worker takes over. In the second case
   * {@code ran} is zero.
   */
  default void leaseLost(Execution execution) {}

  /** The service stops, and the job will go on elsewhere. */
  default void handedBack(Execution execution) {}

  /** The record of its end was refused for good by whom it was meant for. */
  default void recordRejected(Execution execution) {}
}
