package io.longhaul.benchmarks.start;

import io.longhaul.benchmarks.measure.Goal;
import io.longhaul.benchmarks.measure.Launcher;
import io.longhaul.benchmarks.measure.Machine;
import io.longhaul.benchmarks.measure.Quartiles;
import io.longhaul.benchmarks.measure.Workspace;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a person waits for: the time from {@code ./longhaul run AGENT} to the first 200, with the
 * AOT cache and without it, in turns. Nothing is built while it measures.
 */
public final class StartBenchmark {

  private static final Goal RATIO = Goal.atMost(0.5);
  private static final Goal SECONDS = Goal.atMost(3);

  private final Path launcher;
  private final String agent;
  private final Workspace workspace;

  /** The same one every time: the launcher knows again a command that it has seen. */
  private final int port;

  private StartBenchmark(Path launcher, String agent, Workspace workspace) throws IOException {
    this.launcher = launcher;
    this.agent = agent;
    this.workspace = workspace;
    this.port = freePort();
  }

  /** Arguments: rounds (5), agent (link-auditor). */
  public static void main(String[] arguments) throws Exception {
    var rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
    var agent = arguments.length > 1 ? arguments[1] : "link-auditor";
    System.out.println(Machine.describe());
    try (var workspace = Workspace.create()) {
      new StartBenchmark(Launcher.path(), agent, workspace).run(rounds);
    }
  }

  private void run(int rounds) throws IOException, InterruptedException {
    build();
    var ratios = new ArrayList<Double>();
    var cached = new ArrayList<Double>();
    for (int round = 0; round <= rounds; round++) {
      var without = seconds("--no-aot");
      var with = seconds();
      System.out.printf(
          Locale.ROOT,
          "%s: %.2f s without the cache, %.2f s with it%n",
          round == 0 ? "warm-up" : "round " + round,
          without,
          with);
      if (round > 0) {
        ratios.add(with / without);
        cached.add(with);
      }
    }
    System.out.println(RATIO.judge("with the cache / without", Quartiles.of(ratios)));
    System.out.println(SECONDS.judge("seconds with the cache", Quartiles.of(cached)));
  }

  /** Builds the agent, and makes the caches that the first start would make aside. */
  private void build() throws IOException, InterruptedException {
    try (var started = Start.of(command("--no-aot"), port, workspace)) {
      started.awaitAnswer(Duration.ofMinutes(10));
    }
    Start.await(List.of(launcher.toString(), "train-aot", "--wait"), workspace);
  }

  private double seconds(String... options) throws IOException, InterruptedException {
    try (var started = Start.of(command(options), port, workspace)) {
      return started.awaitAnswer(Duration.ofMinutes(2)).toNanos() / 1e9;
    }
  }

  private List<String> command(String... options) {
    var command = new ArrayList<String>();
    command.addAll(List.of(launcher.toString(), "run", agent));
    command.addAll(List.of("--port", String.valueOf(port)));
    command.addAll(List.of("--data", workspace.resolve("data").toString()));
    command.addAll(List.of(options));
    return command;
  }

  /** Not one of those that the system gives to clients: who asks such a port may meet himself. */
  private static int freePort() throws IOException {
    for (int port = 18_000; port < 20_000; port++) {
      try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (BindException _) {
        // the next one
      }
    }
    throw new IOException("no free port between 18000 and 20000");
  }
}
