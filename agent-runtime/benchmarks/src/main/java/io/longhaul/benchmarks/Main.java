package io.longhaul.benchmarks;

import io.longhaul.benchmarks.execute.ExecuteBenchmark;
import io.longhaul.benchmarks.instances.EmulatorBenchmark;
import io.longhaul.benchmarks.instances.HeldCallsBenchmark;
import io.longhaul.benchmarks.instances.InstancesBenchmark;
import io.longhaul.benchmarks.jobs.JobsBenchmark;
import io.longhaul.benchmarks.jobs.Tuning;
import io.longhaul.benchmarks.start.StartBenchmark;
import io.longhaul.benchmarks.waiting.WaitingBenchmark;
import java.util.Arrays;

/**
 * Runs one benchmark: {@code execute}, {@code jobs}, {@code tuning}, {@code waiting}, {@code
 * instances}, {@code emulator}, {@code held}, {@code start}, {@code jmh}.
 */
final class Main {

  public static void main(String[] arguments) throws Exception {
    var name = arguments.length == 0 ? "" : arguments[0];
    var rest =
        arguments.length == 0 ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length);
    switch (name) {
      case "execute" -> ExecuteBenchmark.main(rest);
      case "jobs" -> JobsBenchmark.main(rest);
      case "tuning" -> Tuning.main(rest);
      case "waiting" -> WaitingBenchmark.main(rest);
      case "instances" -> InstancesBenchmark.main(rest);
      case "emulator" -> EmulatorBenchmark.main(rest);
      case "held" -> HeldCallsBenchmark.main(rest);
      case "start" -> StartBenchmark.main(rest);
      case "jmh" -> org.openjdk.jmh.Main.main(rest);
      default -> {
        System.err.println(
            "Which benchmark? execute, jobs, tuning, waiting, instances, emulator, held, start or jmh."
                + " See README.md.");
        System.exit(2);
      }
    }
  }

  private Main() {}
}
