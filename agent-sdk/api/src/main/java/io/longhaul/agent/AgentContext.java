package io.longhaul.agent;

import java.time.Instant;
import java.util.Optional;

/** One execution, as its handler sees it. Safe for use by the threads that the handler starts. */
public interface AgentContext {

  /** A UUIDv7. The same for every attempt, and the {@code job_id} where the execution is a job. */
  String executionId();

  /** Counts from 1. Lost workers and hand-backs count here too, although they are no failures. */
  int attempt();

  /**
   * When the caller stops being interested: the earlier of the manifest's {@code jobs.timeout} and
   * {@code jobs.deadline}. Only the time-out is enforced.
   */
  Instant deadline();

  /**
   * Tells how far this execution is. Cheap: frequent calls are merged, and the last one wins.
   *
   * @param fraction from 0 to 1; values outside are clamped
   * @param message one line for a person; control characters are removed
   */
  void progress(double fraction, String message);

  /**
   * Stores what the next attempt needs to continue, replacing the checkpoint before it. When this
   * method returns in a job, the value is on disk; while the disk is full or the store away, it
   * waits.
   *
   * @param value a record, or any type that has a JSON form
   * @throws IllegalStateException if another worker owns the job by now: end without side effects
   */
  void checkpoint(Object value);

  /**
   * The last checkpoint of any attempt.
   *
   * @throws IllegalStateException if the stored value does not fit the type
   */
  <T> Optional<T> lastCheckpoint(Class<T> type);

  /** True once somebody asked to cancel; the thread is interrupted as well. */
  boolean cancelled();

  /**
   * True once the service is stopping. A long handler stores a checkpoint and throws: its job then
   * continues elsewhere. A short one simply finishes.
   */
  boolean draining();
}
