package io.longhaul.jobs;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many jobs there are.
 *
 * @param byState a number for each state, zero included
 * @param oldestUnfinished when the oldest queued or running job was created
 * @param recordsDue ended events whose record is not delivered yet
 */
public record JobCounts(
    Map<JobState, Long> byState, @Nullable Instant oldestUnfinished, long recordsDue) {

  /** Copies the map. */
  public JobCounts {
    byState = Map.copyOf(byState);
  }
}
