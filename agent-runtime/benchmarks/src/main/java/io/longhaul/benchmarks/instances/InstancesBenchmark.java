package io.longhaul.benchmarks.instances;

import io.longhaul.benchmarks.execute.BareServer;
import io.longhaul.benchmarks.measure.Child;
import io.longhaul.benchmarks.measure.Goal;
import io.longhaul.benchmarks.measure.Load;
import io.longhaul.benchmarks.measure.Machine;
import io.longhaul.benchmarks.measure.Quartiles;
import io.longhaul.benchmarks.measure.Server;
import io.longhaul.benchmarks.measure.Workspace;
import io.longhaul.benchmarks.measure.Wrk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Calls of 1 kB through four instances, against a bare controller that answers the same bytes; and
 * sixteen calls at a time in one instance, against four instances.
 */
public final class InstancesBenchmark {

  private static final List<String> FLAGS =
      List.of("-Xmx512m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED");
  private static final Pattern READY =
      Pattern.compile("Instance [0-9]+ is ready after ([0-9]+) ms");
  private static final int WARM_UP = 100_000;
  private static final String CALL = "/invocations";
  private static final int INSTANCES = 4;
  private static final String FOUR = "instances: " + INSTANCES + "\n";
  private static final String SHARED = "instances: 1\nconcurrency: 16\n";

  private final Wrk wrk;
  private final int rounds;
  private final int seconds;

  private InstancesBenchmark(Wrk wrk, int rounds, int seconds) {
    this.wrk = wrk;
    this.rounds = rounds;
    this.seconds = seconds;
  }

  /** Arguments: languages (java,python,node), rounds (5), seconds of a round (6). */
  public static void main(String[] arguments) throws Exception {
    if (!Wrk.isInstalled()) {
      System.err.println("This needs wrk: apt-get install wrk, or brew install wrk.");
      System.exit(1);
    }
    var languages = arguments.length > 0 ? arguments[0] : "java,python,node";
    var rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    var seconds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 6;
    System.out.println(Machine.describe());
    try (var workspace = Workspace.create()) {
      var benchmark = new InstancesBenchmark(new Wrk(workspace, Echo.EVENT), rounds, seconds);
      for (var language : languages.split(",", -1)) {
        benchmark.besideTheFloor(workspace, Echo.of(language));
      }
      if (languages.contains("java")) {
        benchmark.sharedBesideFour(workspace);
      }
    }
  }

  private void besideTheFloor(Workspace workspace, Echo echo)
      throws IOException, InterruptedException {
    var command = Child.java(FLAGS, BareServer.class, List.of());
    try (var floor = Server.start(command, workspace.resolve("floor.log"));
        var four = echo.serve(workspace, "four", FOUR)) {
      warmUp(floor, "/echo");
      warmUp(four, CALL);
      var ratios = new ArrayList<Double>();
      var ceilings = new ArrayList<Double>();
      for (int round = 0; round < rounds; round++) {
        var bare = wrk.run(floor, "/echo", seconds);
        var ours = wrk.run(four, CALL, seconds);
        ratios.add(ours.requestsPerSecond() / bare.requestsPerSecond());
        ceilings.add(ceiling(ours) / bare.requestsPerSecond());
        print(round, echo.name() + " in four instances", ours, "floor", bare);
      }
      var name = echo.name() + ", four instances / floor";
      System.out.println(
          echo.equals(Echo.NODE)
              ? name + ": " + Quartiles.of(ratios)
              : Goal.atLeast(0.15).judge(name, Quartiles.of(ratios)));
      System.out.println(
          echo.name()
              + ", the most that any host could reach with these clients / floor: "
              + Quartiles.of(ceilings));
    }
    try (var talking = echo.serveTalking(workspace, "four")) {
      System.out.println(echo.name() + ", start to the first call asked for: " + starts(talking));
    }
  }

  /** Calls per second if the machine ran nothing but the instances' own processes. */
  private static double ceiling(Load load) {
    return Runtime.getRuntime().availableProcessors() * 1e6 / load.childrenCpuPerRequest();
  }

  private void sharedBesideFour(Workspace workspace) throws IOException, InterruptedException {
    try (var shared = Echo.JAVA.serve(workspace, "shared", SHARED);
        var four = Echo.JAVA.serve(workspace, "apart", FOUR)) {
      warmUp(shared, CALL);
      warmUp(four, CALL);
      var throughput = new ArrayList<Double>();
      var memory = new ArrayList<Double>();
      for (int round = 0; round < rounds; round++) {
        var one = wrk.run(shared, CALL, seconds);
        var many = wrk.run(four, CALL, seconds);
        throughput.add(one.requestsPerSecond() / many.requestsPerSecond());
        double ratio = shared.process().childrenBytes() / (double) four.process().childrenBytes();
        memory.add(ratio);
        print(round, "sixteen at a time in one", one, "four", many);
      }
      System.out.println(
          Goal.atLeast(0.9).judge("throughput, one shared / four", Quartiles.of(throughput)));
      System.out.println(Goal.atMost(0.5).judge("PSS, one shared / four", Quartiles.of(memory)));
    }
  }

  private void warmUp(Server server, String path) throws IOException, InterruptedException {
    if (!server.post(path, Echo.EVENT).contains(Echo.TEXT)) {
      throw new IOException("the event did not come back; " + server.process().said());
    }
    wrk.warmUp(server, path, WARM_UP);
  }

  private static void print(int round, String first, Load one, String second, Load other) {
    System.out.printf(
        Locale.ROOT,
        "round %d: %s %.0f/s, p50 %.2f ms, CPU %.0f + %.0f µs | %s %.0f/s, p50 %.2f ms%n",
        round + 1,
        first,
        one.requestsPerSecond(),
        one.medianMillis(),
        one.cpuPerRequest(),
        one.childrenCpuPerRequest(),
        second,
        other.requestsPerSecond(),
        other.medianMillis());
  }

  private static List<String> starts(Server server) throws IOException, InterruptedException {
    while (true) {
      var starts =
          READY
              .matcher(server.process().said())
              .results()
              .map(found -> found.group(1) + " ms")
              .toList();
      if (starts.size() >= INSTANCES || !server.process().isAlive()) {
        return starts;
      }
      Thread.sleep(100);
    }
  }
}
