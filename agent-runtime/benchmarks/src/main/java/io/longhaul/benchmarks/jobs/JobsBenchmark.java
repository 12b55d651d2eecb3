package io.longhaul.benchmarks.jobs;

import io.longhaul.benchmarks.measure.Goal;
import io.longhaul.benchmarks.measure.Machine;
import io.longhaul.benchmarks.measure.Quartiles;
import io.longhaul.logs.Logs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Durable jobs per second, from submit to done: Longhaul, two libraries and a bare loop, all on
 * SQLite with a write-ahead log and synchronous=FULL.
 */
public final class JobsBenchmark {

  private static final List<String> LIBRARIES =
      List.of(Contestants.LONGHAUL, Contestants.JOBRUNR, Contestants.DB_SCHEDULER);

  private static final List<String> BOUND = List.of(Contestants.LONGHAUL, Contestants.BARE);

  private final List<String> names;

  private final Round round;
  private final Map<String, List<Double>> figures = new LinkedHashMap<>();
  private double group = 1;
  private double startedAtOnce;

  private JobsBenchmark(List<String> names, Round round) {
    this.names = names;
    this.round = round;
  }

  /**
   * Arguments: rounds (5), jobs with 64 submitters (3000), jobs with one (600), jobs beside the
   * bare loop with 64 submitters (20000: both are so fast that shorter rounds would measure the
   * JIT).
   */
  public static void main(String[] arguments) throws Exception {
    Logs.start(false, "error");
    var rounds = argument(arguments, 0, 5);
    var many = new Round(argument(arguments, 1, 3000), 64);
    var one = new Round(argument(arguments, 2, 600), 1);
    System.out.println(Machine.describe());
    var bound = new JobsBenchmark(BOUND, new Round(argument(arguments, 3, 20_000), 64));
    bound.measure(rounds + 2).printRatios();
    var boundAlone = new JobsBenchmark(BOUND, one).measure(rounds);
    boundAlone.printRatios();
    var alone = new JobsBenchmark(LIBRARIES, one).measure(rounds);
    alone.printRatios();
    var together = new JobsBenchmark(LIBRARIES, many).measure(rounds);
    together.printRatios();
    together.judgeLibraries();
    bound.judgeBound();
    printFsyncs(many, one);
    System.exit(0); // JobRunr leaves threads behind
  }

  private static int argument(String[] arguments, int index, int byDefault) {
    return arguments.length > index ? Integer.parseInt(arguments[index]) : byDefault;
  }

  /** One round to warm up, then the ones that count; who goes first changes with every round. */
  private JobsBenchmark measure(int rounds) throws Exception {
    var order = new ArrayList<>(names);
    for (int i = 0; i <= rounds; i++) {
      for (var name : order) {
        var result = round.run(entry(name));
        print(i, name, result);
        if (result.left() > 0) {
          requireLibrary(name, result);
        }
        if (name.equals(Contestants.LONGHAUL)) {
          group = result.group();
          startedAtOnce = result.startedAtOnce();
        }
        if (i > 0) {
          figures.computeIfAbsent(name, _ -> new ArrayList<>()).add(result.jobsPerSecond());
        }
      }
      Collections.rotate(order, 1);
    }
    return this;
  }

  /** A library that gets stuck is counted with what it did; ours may not. */
  private static void requireLibrary(String name, Round.Result result) {
    if (name.equals(Contestants.LONGHAUL) || name.equals(Contestants.BARE)) {
      throw new IllegalStateException(name + ": " + result.left() + " jobs have not ended");
    }
    System.out.println(name + ": " + result.left() + " jobs had not ended when time was up");
  }

  private Contestant.Entry entry(String name) {
    return name.equals(Contestants.BARE)
        ? Contestants.bare(group, startedAtOnce)
        : Contestants.named(name);
  }

  private void print(int number, String name, Round.Result result) {
    System.out.printf(
        Locale.ROOT,
        "%d submitters, %s, %s: %.0f jobs/s%s%n",
        round.submitters(),
        number == 0 ? "warm-up" : "round " + number,
        name,
        result.jobsPerSecond(),
        result.group() == 0
            ? ""
            : String.format(
                Locale.ROOT,
                ", %.1f changes per commit, %.0f %% started at once",
                result.group(),
                100 * result.startedAtOnce()));
  }

  private void printRatios() {
    System.out.println();
    figures.forEach((name, values) ->
        System.out.printf(
            Locale.ROOT,
            "%d submitters, %s: %s jobs/s; longhaul / %s: %s%n",
            round.submitters(),
            name,
            Quartiles.of(values),
            name,
            ratio(name)));
  }

  private void judgeLibraries() {
    var better =
        median(Contestants.JOBRUNR) > median(Contestants.DB_SCHEDULER)
            ? Contestants.JOBRUNR
            : Contestants.DB_SCHEDULER;
    System.out.println();
    System.out.println(
        Goal.atLeast(3).judge("longhaul / the better library, " + better, ratio(better)));
  }

  private void judgeBound() {
    System.out.println(Goal.atLeast(0.7).judge("longhaul / bare loop", ratio(Contestants.BARE)));
  }

  private double median(String name) {
    return Quartiles.of(values(name)).median();
  }

  /** Round by round, so that what slows the machine down slows both sides of a ratio. */
  private Quartiles ratio(String name) {
    var ratios = new ArrayList<Double>();
    for (int i = 0; i < values(name).size(); i++) {
      ratios.add(values(Contestants.LONGHAUL).get(i) / values(name).get(i));
    }
    return Quartiles.of(ratios);
  }

  private List<Double> values(String name) {
    return figures.getOrDefault(name, List.of());
  }

  private static void printFsyncs(Round... rounds) throws IOException, InterruptedException {
    System.out.println();
    if (!Fsyncs.canCount()) {
      System.out.println("fsyncs are not counted: that needs strace (apt-get install strace)");
      return;
    }
    for (var round : rounds) {
      for (var name : LIBRARIES) {
        System.out.printf(
            Locale.ROOT,
            "%d submitters, %s: %.3f fsyncs per job%n",
            round.submitters(),
            name,
            Fsyncs.perJob(name, round.jobs() / 2, round.submitters()));
      }
    }
  }
}
