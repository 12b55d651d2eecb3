package io.longhaul.jobs;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets callers wait for changes of jobs. Changes by this process wake at once; those by others are
 * found by reading again, where the store has others.
 */
final class Changes {

  private static final long POLL_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final ConcurrentMap<ExecutionId, Topic> topics = new ConcurrentHashMap<>();
  private final boolean alone;

  /**
   * Starts with nobody waiting.
   *
   * @param alone whether all changes are published here
   */
  Changes(boolean alone) {
    this.alone = alone;
  }

  void publish(Job job) {
    var topic = topics.get(job.id());
    if (topic != null) {
      topic.tell(job);
    }
  }

  /** As {@link Executions#await}; {@code read} answers the job as it is stored. */
  Optional<Job> await(ExecutionId id, long version, Duration time, Supplier<Optional<Job>> read)
      throws InterruptedException {
    long end = System.nanoTime() + saturated(time);
    var topic = topics.compute(id, (_, old) -> (old == null ? new Topic() : old).joined());
    try {
      var job = read.get();
      while (job.isPresent() && job.get().version() <= version && end - System.nanoTime() > 0) {
        long left = end - System.nanoTime();
        var told = topic.await(job.get().version(), alone ? left : Math.min(left, POLL_NANOS));
        job = told != null ? Optional.of(told) : alone ? job : read.get();
      }
      return job;
    } finally {
      topics.compute(id, (_, now) -> now == null || now.left() ? null : now);
    }
  }

  private static long saturated(Duration time) {
    return time.compareTo(Duration.ofDays(36500)) > 0 ? Long.MAX_VALUE / 4 : time.toNanos();
  }

  /** Those who wait for one job. */
  private static final class Topic {
    private int waiting;
    private @Nullable Job latest;

    synchronized Topic joined() {
      waiting++;
      return this;
    }

    /** Whether nobody is left. */
    synchronized boolean left() {
      waiting--;
      return waiting == 0;
    }

    synchronized void tell(Job job) {
      if (latest == null || latest.version() < job.version()) {
        latest = job;
        notifyAll();
      }
    }

    synchronized @Nullable Job await(long above, long nanos) throws InterruptedException {
      long end = System.nanoTime() + nanos;
      while (latest == null || latest.version() <= above) {
        long left = end - System.nanoTime();
        if (left <= 0) {
          return null;
        }
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
      return latest;
    }
  }
}
