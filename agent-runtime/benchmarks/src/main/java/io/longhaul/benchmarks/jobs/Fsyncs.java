package io.longhaul.benchmarks.jobs;

import io.longhaul.benchmarks.measure.Child;
import io.longhaul.benchmarks.measure.Workspace;
import io.longhaul.logs.Logs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counts fsync and fdatasync of a round in a JVM of its own under strace. The calls of opening the
 * database are among them. Tracing makes each call slower and so groups larger: a few percent fewer
 * calls than without.
 */
final class Fsyncs {

  static boolean canCount() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "strace")));
  }

  /** Calls per job. */
  static double perJob(String contestant, int jobs, int submitters)
      throws IOException, InterruptedException {
    try (var workspace = Workspace.create()) {
      var table = workspace.resolve("strace.txt");
      var command =
          new ArrayList<>(
              List.of(
                  "strace",
                  "-f",
                  "--seccomp-bpf",
                  "-c",
                  "-e",
                  "trace=fsync,fdatasync",
                  "-o",
                  table.toString()));
      command.addAll(
          Child.java(
              List.of("--enable-native-access=ALL-UNNAMED"),
              Fsyncs.class,
              List.of(contestant, String.valueOf(jobs), String.valueOf(submitters))));
      try (var child = Child.start(command, workspace.resolve("strace.log"))) {
        if (child.exitCode(Duration.ofSeconds(90)) != 0) {
          throw new IOException(child.said());
        }
      }
      return (double) calls(table) / jobs;
    }
  }

  /** The table has lines such as: 99.00 0.010 12 850 fdatasync. */
  private static long calls(Path table) throws IOException {
    try (var lines = Files.lines(table)) {
      return lines
          .map(line -> line.strip().split("\\s+"))
          .filter(words -> words[words.length - 1].matches("fsync|fdatasync"))
          .mapToLong(words -> Long.parseLong(words[3]))
          .sum();
    }
  }

  /** The traced program: contestant, jobs, submitters. */
  public static void main(String[] arguments) throws Exception {
    Logs.start(false, "error");
    new Round(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]))
        .run(Contestants.named(arguments[0]));
    System.exit(0);
  }

  private Fsyncs() {}
}
