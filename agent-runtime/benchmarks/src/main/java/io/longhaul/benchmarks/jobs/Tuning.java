package io.longhaul.benchmarks.jobs;

import io.longhaul.benchmarks.measure.Machine;
import io.longhaul.logs.Logs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Tries settings of the two libraries, so that the benchmark runs each at its best on this machine.
 */
public final class Tuning {

  /** Arguments: jobs of a round (1500), and a pattern of the settings to try (all). */
  public static void main(String[] arguments) throws Exception {
    System.out.println(Machine.describe());
    var jobs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1500;
    var wanted = Pattern.compile(arguments.length > 1 ? arguments[1] : "");
    Logs.start(false, "error");
    for (int submitters : new int[] {1, 64}) {
      for (var entry : entries().entrySet()) {
        if (wanted.matcher(entry.getKey()).find()) {
          measure(entry.getKey(), entry.getValue(), new Round(jobs, submitters));
        }
      }
    }
  }

  private static void measure(String name, Contestant.Entry entry, Round round) {
    var figures = new ArrayList<String>();
    for (int i = 0; i < 3; i++) {
      try {
        figures.add(String.format(Locale.ROOT, "%.0f", round.run(entry).jobsPerSecond()));
      } catch (Exception e) {
        figures.add(e.toString());
      }
    }
    System.out.println(round.submitters() + " submitters, " + name + ": " + figures);
  }

  private static Map<String, Contestant.Entry> entries() {
    var entries = new LinkedHashMap<String, Contestant.Entry>();
    for (int connections : new int[] {1, 4, 16}) {
      for (int workers : new int[] {4, 16, 64}) {
        var settings = new JobRunrJobs.Settings(connections, workers);
        entries.put(
            settings.toString(), (folder, ended) -> new JobRunrJobs(folder, ended, settings));
      }
    }
    for (var settings : dbScheduler()) {
      entries.put(
          settings.toString(), (folder, ended) -> new DbSchedulerJobs(folder, ended, settings));
    }
    return entries;
  }

  private static List<DbSchedulerJobs.Settings> dbScheduler() {
    var all = new ArrayList<DbSchedulerJobs.Settings>();
    for (int connections : new int[] {1, 4}) {
      for (int threads : new int[] {4, 16}) {
        for (double batch : new double[] {3, 20}) {
          for (boolean immediate : new boolean[] {false, true}) {
            all.add(
                new DbSchedulerJobs.Settings(
                    connections, threads, Duration.ofMillis(10), batch, immediate));
          }
        }
      }
    }
    return all;
  }

  private Tuning() {}
}
