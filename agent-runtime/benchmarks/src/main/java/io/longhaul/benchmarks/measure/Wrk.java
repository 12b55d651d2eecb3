package io.longhaul.benchmarks.measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** The load: wrk with one thread and connections that stay open. */
public final class Wrk {

  private static final Pattern MEASURED =
      Pattern.compile("measured ([0-9]+) ([0-9]+) ([0-9]+) ([0-9]+) ([0-9]+)");

  private static final int ROUND_SECONDS = 5;

  /** As many as keep two cores busy. */
  private static final int CONNECTIONS = 32;

  private final Workspace workspace;
  private final Path script;

  /** Posts one JSON text over and over. */
  public Wrk(Workspace workspace, String body) throws IOException {
    this.workspace = workspace;
    this.script = workspace.resolve("post.lua");
    try (var source = Wrk.class.getResourceAsStream("post.lua")) {
      var text = new String(Objects.requireNonNull(source).readAllBytes(), UTF_8);
      Files.writeString(script, text.replace("BODY", body));
    }
  }

  /** Whether it can be run here. */
  public static boolean isInstalled() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "wrk")));
  }

  /** Loads a path for some seconds, and takes the server's CPU time over the same ones. */
  public Load run(Server server, String path, int seconds)
      throws IOException, InterruptedException {
    return run(server, path, seconds, CONNECTIONS);
  }

  /** The same with so many connections: with one, calls follow each other. */
  public Load run(Server server, String path, int seconds, int connections)
      throws IOException, InterruptedException {
    var log = workspace.resolve("wrk.log");
    var command =
        List.of(
            "wrk",
            "-t1",
            "-c" + connections,
            "-d" + seconds + "s",
            "--timeout",
            "10s", // a cold server on one core compiles for longer than the default of 2 s
            "-s",
            script.toString(),
            server.at(path).toString());
    var before = server.process().cpuSeconds();
    var childrenBefore = server.process().childrenCpuSeconds();
    try (var wrk = Child.start(Child.pinned(0, command), log)) {
      if (wrk.exitCode(Duration.ofSeconds(seconds + 30L)) != 0) {
        throw new IOException("wrk failed: " + wrk.said());
      }
      return parse(
          wrk.said(),
          server.process().cpuSeconds() - before,
          server.process().childrenCpuSeconds() - childrenBefore);
    }
  }

  /** Loads a path until it has answered so many calls: the JIT counts calls, not seconds. */
  public void warmUp(Server server, String path, int connections, int calls)
      throws IOException, InterruptedException {
    for (double done = 0; done < calls; ) {
      done += run(server, path, ROUND_SECONDS, connections).requestsPerSecond() * ROUND_SECONDS;
    }
  }

  /** The same with as many connections as other rounds have. */
  public void warmUp(Server server, String path, int calls)
      throws IOException, InterruptedException {
    warmUp(server, path, CONNECTIONS, calls);
  }

  private static Load parse(String said, double cpuSeconds, double childrenCpuSeconds)
      throws IOException {
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
        childrenCpuSeconds * 1e6 / requests,
        Long.parseLong(found.group(4)) / 1e3,
        Long.parseLong(found.group(5)) / 1e3);
  }
}
