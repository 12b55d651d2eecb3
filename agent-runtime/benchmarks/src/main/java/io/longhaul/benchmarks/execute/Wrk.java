package io.longhaul.benchmarks.execute;

import io.longhaul.benchmarks.measure.Child;
import io.longhaul.benchmarks.measure.Server;
import io.longhaul.benchmarks.measure.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** The load: wrk with one thread and 32 connections that stay open. */
final class Wrk {

  private static final Pattern MEASURED =
      Pattern.compile("measured ([0-9]+) ([0-9]+) ([0-9]+) ([0-9]+) ([0-9]+)");

  private final Workspace workspace;
  private final Path script;

  Wrk(Workspace workspace) throws IOException {
    this.workspace = workspace;
    this.script = workspace.resolve("post.lua");
    try (var source = Wrk.class.getResourceAsStream("post.lua")) {
      Files.copy(Objects.requireNonNull(source), script);
    }
  }

  /** Whether it can be run here. */
  static boolean isInstalled() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "wrk")));
  }

  /** Loads a server for some seconds, and takes its CPU time over the same ones. */
  Load run(Server server, int seconds) throws IOException, InterruptedException {
    var log = workspace.resolve("wrk.log");
    var command =
        List.of(
            "wrk",
            "-t1",
            "-c32",
            "-d" + seconds + "s",
            "--timeout",
            "10s", // a cold server on one core compiles for longer than the default of 2 s
            "-s",
            script.toString(),
            server.at("/execute").toString());
    var before = server.process().cpuSeconds();
    try (var wrk = Child.start(Child.pinned(0, command), log)) {
      if (wrk.exitCode(Duration.ofSeconds(seconds + 30L)) != 0) {
        throw new IOException("wrk failed: " + wrk.said());
      }
      return parse(wrk.said(), server.process().cpuSeconds() - before);
    }
  }

  private static Load parse(String said, double cpuSeconds) throws IOException {
    var found = MEASURED.matcher(said);
    if (!found.find()) {
      throw new IOException("wrk said something else: " + said);
    }
    var requests = Long.parseLong(found.group(1));
    var errors = Long.parseLong(found.group(3));
    if (errors > 0) {
      throw new IOException(errors + " of " + requests + " calls failed: " + said);
    }
    return new Load(
        requests * 1e6 / Long.parseLong(found.group(2)),
        cpuSeconds * 1e6 / requests,
        Long.parseLong(found.group(4)) / 1e3,
        Long.parseLong(found.group(5)) / 1e3);
  }
}
