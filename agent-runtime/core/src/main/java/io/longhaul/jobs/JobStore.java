package io.longhaul.jobs;

import io.longhaul.handler.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where jobs are kept: the one truth about them. The engine decides how a job changes; the store
 * only compares and sets, so that every rule stands in one place and every store is small.
 *
 * <p>Every call may block and may throw {@link Refused.StoreAway}; then it is unknown whether the
 * call took place. A call that is interrupted finishes first and leaves the thread interrupted.
 * Instants are kept to the millisecond. Safe for concurrent use.
 */
public interface JobStore extends AutoCloseable {

  /**
   * Stores a new job and its input as one. Repeating a successful call answers {@code Created}
   * again.
   *
   * @param key the idempotency key it was sent with; lives as long as the job does
   */
  Creation create(Job job, Json input, @Nullable KeyUse key);

  /** The job as it is now: a strongly consistent read. */
  Optional<Job> find(ExecutionId id);

  /**
   * Replaces a job, on the condition that nobody changed it since it was seen: its version, fence
   * and beat are still those of {@code seen}. Every change moves one of the three. A condition that
   * fails is read back before it is believed, so repeating a successful call succeeds.
   *
   * @param seen the job as the caller knows it
   * @param next what it shall be; the id is the same
   * @param value stored as one with the change, or before it under a key with {@code next}'s fence,
   *     where it replaces the value of the same kind and fence
   * @return the job as it is afterwards: equal to {@code next} if the change took place; empty if
   *     the job is gone
   */
  Optional<Job> replace(Job seen, Job next, @Nullable Value value);

  /** The value of a kind that was stored under the highest fence. */
  Optional<Json> value(ExecutionId id, ValueKind kind);

  /**
   * Jobs older than {@code before}, newest first. May lag behind the latest changes.
   *
   * @param state only these; null = all
   * @param limit from 1
   */
  List<Job> list(@Nullable JobState state, int limit, @Nullable ExecutionId before);

  /**
   * Jobs that are {@linkplain Job#isUnfinished() unfinished} and newer than {@code after}, oldest
   * first. May lag behind.
   */
  List<Job> unfinished(int limit, @Nullable ExecutionId after);

  /** Counts the jobs. May lag behind, and may be expensive. */
  JobCounts counts();

  /**
   * Deletes jobs that expired, with their values and keys.
   *
   * @return how many went; fewer than {@code limit} = no more are there
   */
  int deleteExpired(Instant now, int limit);

  /**
   * Whether holding this store proves that no other worker lives: then a lease of another owner is
   * a dead worker's, and no lease needs to be renewed.
   */
  boolean exclusive();

  @Override
  void close();
}
