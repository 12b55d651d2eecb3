package io.longhaul.benchmarks.waiting;

import io.longhaul.benchmarks.measure.Child;
import io.longhaul.benchmarks.measure.Heap;
import io.longhaul.benchmarks.measure.Longhaul;
import io.longhaul.benchmarks.measure.Machine;
import io.longhaul.benchmarks.measure.Server;
import io.longhaul.benchmarks.measure.Workspace;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Holds many synchronous calls at once on a 512 MB heap, shows that they are all there, and lets
 * them go: none may fail. The callers are other processes.
 */
public final class WaitingBenchmark {

  private static final List<String> FLAGS =
      List.of("-Xmx512m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED");
  private static final Duration LIMIT = Duration.ofSeconds(80);
  private static final Pattern RUNNING =
      Pattern.compile("(?m)^longhaul_executions_running(?:\\{[^}]*})? ([0-9.E]+)$");

  private final Workspace workspace;
  private final Server server;

  private WaitingBenchmark(Workspace workspace, Server server) {
    this.workspace = workspace;
    this.server = server;
  }

  /** Arguments: calls (10000), client processes (2). */
  public static void main(String[] arguments) throws Exception {
    var calls = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
    var processes = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2;
    System.out.println(Machine.describe());
    System.out.println(
        "service: java " + String.join(" ", FLAGS) + ", concurrency " + (calls + 10));
    try (var workspace = Workspace.create();
        var server = start(workspace, calls)) {
      new WaitingBenchmark(workspace, server).run(calls, processes);
    }
  }

  private static Server start(Workspace workspace, int calls)
      throws IOException, InterruptedException {
    var limits = "concurrency: " + (calls + 10) + "\n";
    return Server.start(
        Longhaul.command(workspace, GateAgent.class, limits, FLAGS),
        workspace.resolve("longhaul.log"));
  }

  private void run(int calls, int processes) throws IOException, InterruptedException {
    print("before");
    var callers = new ArrayList<Child>();
    try {
      for (int i = 0; i < processes; i++) {
        callers.add(callers(i, calls / processes));
      }
      awaitRunning(calls / processes * processes, callers);
      print("while all wait");
      var start = System.nanoTime();
      server.post("/execute", "{\"open\":true}");
      awaitAnswers(callers);
      System.out.printf(
          Locale.ROOT,
          "all answered %.1f s after the gate opened%n",
          (System.nanoTime() - start) / 1e9);
      print("after");
    } finally {
      callers.forEach(Child::close);
    }
  }

  private Child callers(int number, int calls) throws IOException {
    var arguments = List.of(server.at("/execute").toString(), String.valueOf(calls));
    return Child.start(
        Child.java(List.of("-Xmx512m"), Callers.class, arguments),
        workspace.resolve("callers-" + number + ".log"));
  }

  private void awaitRunning(int calls, List<Child> callers)
      throws IOException, InterruptedException {
    var end = System.nanoTime() + LIMIT.toNanos();
    while (running() < calls) {
      if (System.nanoTime() > end || !callers.stream().allMatch(Child::isAlive)) {
        throw new IOException(
            "only "
                + running()
                + " calls are held; "
                + callers.getFirst().said()
                + server.process().said());
      }
      Thread.sleep(500);
    }
  }

  private static void awaitAnswers(List<Child> callers) throws IOException, InterruptedException {
    for (var caller : callers) {
      var code = caller.exitCode(LIMIT);
      System.out.print("callers: " + caller.said());
      if (code != 0) {
        throw new IOException("some calls failed");
      }
    }
  }

  /** As the service itself counts them. */
  private int running() throws IOException, InterruptedException {
    var found = RUNNING.matcher(server.get("/metrics"));
    return found.find() ? (int) Double.parseDouble(found.group(1)) : 0;
  }

  private void print(String moment) throws IOException, InterruptedException {
    System.out.printf(
        Locale.ROOT,
        "%s: %d calls running, heap after GC %.0f MB, resident %.0f MB, threads of the OS %d%n",
        moment,
        running(),
        Heap.afterCollection(server.process().pid()) / 1048576.0,
        server.process().residentBytes() / 1048576.0,
        server.process().threads());
  }
}
