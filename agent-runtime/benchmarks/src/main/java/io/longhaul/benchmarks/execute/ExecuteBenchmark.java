package io.longhaul.benchmarks.execute;

import io.longhaul.benchmarks.measure.Child;
import io.longhaul.benchmarks.measure.Goal;
import io.longhaul.benchmarks.measure.Load;
import io.longhaul.benchmarks.measure.Longhaul;
import io.longhaul.benchmarks.measure.Machine;
import io.longhaul.benchmarks.measure.Quartiles;
import io.longhaul.benchmarks.measure.Server;
import io.longhaul.benchmarks.measure.Workspace;
import io.longhaul.benchmarks.measure.Wrk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Throughput and CPU per request of {@code POST /execute}, against a bare controller that takes and
 * returns the same records. The servers share one core, and one is idle while the other is loaded;
 * the client has another core.
 */
public final class ExecuteBenchmark {

  private static final List<String> FLAGS =
      List.of("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED");
  private static final int SERVER_CORE = 1;
  private static final String NOTE = "{\"text\":\"the quick brown fox\",\"number\":42}";

  private final Wrk wrk;
  private final int seconds;

  private ExecuteBenchmark(Wrk wrk, int seconds) {
    this.wrk = wrk;
    this.seconds = seconds;
  }

  /** One round of both servers. */
  private record Pair(Load longhaul, Load bare) {

    double throughput() {
      return longhaul.requestsPerSecond() / bare.requestsPerSecond();
    }

    double cpu() {
      return longhaul.cpuPerRequest() / bare.cpuPerRequest();
    }
  }

  /** Arguments: rounds (9), seconds of a round (8), requests of the warm-up (120000). */
  public static void main(String[] arguments) throws Exception {
    if (!Wrk.isInstalled()) {
      System.err.println("This needs wrk: apt-get install wrk, or brew install wrk.");
      System.exit(1);
    }
    var rounds = argument(arguments, 0, 9);
    var seconds = argument(arguments, 1, 8);
    var warmUp = argument(arguments, 2, 120_000);
    System.out.println(Machine.describe());
    System.out.println("servers: java " + String.join(" ", FLAGS) + ", on core " + SERVER_CORE);
    try (var workspace = Workspace.create();
        var longhaul = longhaul(workspace);
        var bare = bare(workspace)) {
      check(longhaul, "\"result\":" + NOTE);
      check(bare, NOTE);
      var benchmark = new ExecuteBenchmark(new Wrk(workspace, NOTE), seconds);
      benchmark.warmUp(warmUp, longhaul, bare);
      print(benchmark.measure(rounds, longhaul, bare));
      check(longhaul, "\"result\":" + NOTE);
      check(bare, NOTE);
    }
  }

  private static int argument(String[] arguments, int index, int byDefault) {
    return arguments.length > index ? Integer.parseInt(arguments[index]) : byDefault;
  }

  private static Server longhaul(Workspace workspace) throws IOException, InterruptedException {
    var command = Longhaul.command(workspace, NoOpAgent.class, "", FLAGS);
    return Server.start(Child.pinned(SERVER_CORE, command), workspace.resolve("longhaul.log"));
  }

  private static Server bare(Workspace workspace) throws IOException, InterruptedException {
    var command = Child.java(FLAGS, BareServer.class, List.of());
    return Server.start(Child.pinned(SERVER_CORE, command), workspace.resolve("bare.log"));
  }

  private static void check(Server server, String expected)
      throws IOException, InterruptedException {
    var answer = server.post("/execute", NOTE);
    if (!answer.contains(expected)) {
      throw new IOException("expected " + expected + " in " + answer);
    }
  }

  /** By requests, not seconds: the JIT counts calls, and a slow machine makes few in a second. */
  private void warmUp(int requests, Server... servers) throws IOException, InterruptedException {
    for (var server : servers) {
      for (double done = 0; done < requests; ) {
        done += wrk.run(server, "/execute", seconds).requestsPerSecond() * seconds;
      }
    }
  }

  /** Who goes first changes with every round, so that a slow drift of the machine hits both. */
  private List<Pair> measure(int rounds, Server longhaul, Server bare)
      throws IOException, InterruptedException {
    var pairs = new ArrayList<Pair>();
    for (int i = 0; i < rounds; i++) {
      var first = wrk.run(i % 2 == 0 ? longhaul : bare, "/execute", seconds);
      var second = wrk.run(i % 2 == 0 ? bare : longhaul, "/execute", seconds);
      pairs.add(i % 2 == 0 ? new Pair(first, second) : new Pair(second, first));
      print(i + 1, pairs.getLast());
    }
    return pairs;
  }

  private static void print(int round, Pair pair) {
    System.out.printf(
        Locale.ROOT,
        "round %d: longhaul %s | bare %s | throughput %.3f, CPU per request %.3f%n",
        round,
        text(pair.longhaul()),
        text(pair.bare()),
        pair.throughput(),
        pair.cpu());
  }

  private static String text(Load load) {
    return String.format(
        Locale.ROOT,
        "%.0f/s, %.1f µs CPU, p50 %.2f ms, p99 %.2f ms",
        load.requestsPerSecond(),
        load.cpuPerRequest(),
        load.medianMillis(),
        load.p99Millis());
  }

  private static void print(List<Pair> pairs) {
    var throughput = Quartiles.of(pairs.stream().map(Pair::throughput).toList());
    var cpu = Quartiles.of(pairs.stream().map(Pair::cpu).toList());
    System.out.println(Goal.atLeast(0.90).judge("throughput, longhaul / bare", throughput));
    System.out.println(Goal.atMost(1.15).judge("CPU per request, longhaul / bare", cpu));
  }
}
