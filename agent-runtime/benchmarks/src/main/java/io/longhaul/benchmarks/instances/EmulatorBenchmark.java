package io.longhaul.benchmarks.instances;

import io.longhaul.benchmarks.measure.Goal;
import io.longhaul.benchmarks.measure.Machine;
import io.longhaul.benchmarks.measure.Quartiles;
import io.longhaul.benchmarks.measure.Workspace;
import io.longhaul.benchmarks.measure.Wrk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;

/**
 * Calls of the Invoke API one after another, through one instance and through AWS's Runtime
 * Interface Emulator, with the same client and the same function.
 */
public final class EmulatorBenchmark {

  private static final String OURS = "/2015-03-31/functions/echo/invocations";
  private static final String THEIRS = "/2015-03-31/functions/function/invocations";
  private static final Goal GOAL = Goal.atMost(0.9);
  private static final int WARM_UP = 60_000;

  private EmulatorBenchmark() {}

  /** Arguments: languages (java,python,node), rounds (5), seconds of a round (6). */
  public static void main(String[] arguments) throws Exception {
    var emulator = System.getenv("LONGHAUL_EMULATOR");
    if (emulator == null || !Wrk.isInstalled()) {
      System.err.println(
          "This needs wrk, and AWS's emulator: set LONGHAUL_EMULATOR to the aws-lambda-rie that"
              + " stands in PyPI's aws-sam-cli under samcli/local/rapid.");
      System.exit(1);
    }
    var languages = arguments.length > 0 ? arguments[0] : "java,python,node";
    var rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    var seconds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 6;
    System.out.println(Machine.describe());
    try (var workspace = Workspace.create()) {
      for (var language : languages.split(",", -1)) {
        compare(workspace, Echo.of(language), Path.of(emulator), rounds, seconds);
      }
    }
  }

  private static void compare(
      Workspace workspace, Echo echo, Path emulator, int rounds, int seconds)
      throws IOException, InterruptedException {
    var wrk = new Wrk(workspace, Echo.EVENT);
    try (var ours = echo.serve(workspace, "sequential", "instances: 1\n")) {
      var folder = Files.createDirectories(workspace.resolve(echo.name() + "-emulated"));
      try (var theirs = Emulator.start(emulator, echo, folder)) {
        wrk.warmUp(ours, OURS, 1, WARM_UP);
        wrk.warmUp(theirs, THEIRS, 1, WARM_UP);
        var ratios = new ArrayList<Double>();
        for (int round = 1; round <= rounds; round++) {
          var us = wrk.run(ours, OURS, seconds, 1);
          var them = wrk.run(theirs, THEIRS, seconds, 1);
          System.out.printf(
              Locale.ROOT,
              "%s, round %d: p50 %.3f ms, emulator %.3f ms%n",
              echo.name(),
              round,
              us.medianMillis(),
              them.medianMillis());
          ratios.add(us.medianMillis() / them.medianMillis());
        }
        System.out.println(GOAL.judge(echo.name() + ", p50 / emulator's", Quartiles.of(ratios)));
      }
    }
  }
}
