package io.longhaul.benchmarks.jobs;

import java.time.Duration;
import java.util.Map;

/** Who takes part, each with the settings that were fastest for it; {@link Tuning} tries others. */
final class Contestants {

  static final String LONGHAUL = "longhaul";
  static final String JOBRUNR = "jobrunr";
  static final String DB_SCHEDULER = "db-scheduler";
  static final String BARE = "bare loop";

  private static final JobRunrJobs.Settings JOBRUNR_SETTINGS = new JobRunrJobs.Settings(1, 16);
  private static final DbSchedulerJobs.Settings DB_SCHEDULER_SETTINGS =
      new DbSchedulerJobs.Settings(1, 16, Duration.ofMillis(10), 3, true);

  private static final Map<String, Contestant.Entry> ENTRIES =
      Map.of(
          LONGHAUL, LonghaulJobs::new,
          JOBRUNR, (folder, ended) -> new JobRunrJobs(folder, ended, JOBRUNR_SETTINGS),
          DB_SCHEDULER,
              (folder, ended) -> new DbSchedulerJobs(folder, ended, DB_SCHEDULER_SETTINGS));

  /** Longhaul or a library. */
  static Contestant.Entry named(String name) {
    var entry = ENTRIES.get(name);
    if (entry == null) {
      throw new IllegalArgumentException("no contestant is called " + name);
    }
    return entry;
  }

  /** The loop, with groups as large and starts as many as Longhaul's were. */
  static Contestant.Entry bare(double group, double startedAtOnce) {
    var size = Math.max(1, (int) Math.round(group));
    return (folder, ended) -> new BareLoop(folder, ended, size, startedAtOnce);
  }

  private Contestants() {}
}
