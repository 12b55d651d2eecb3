package io.longhaul.benchmarks.instances;

import io.longhaul.benchmarks.measure.Goal;
import io.longhaul.benchmarks.measure.Heap;
import io.longhaul.benchmarks.measure.Machine;
import io.longhaul.benchmarks.measure.Quartiles;
import io.longhaul.benchmarks.measure.Server;
import io.longhaul.benchmarks.measure.Workspace;
import io.longhaul.benchmarks.measure.Wrk;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A thousand calls that wait for minutes, most of them in the line for an instance: memory must not
 * grow with time, and all must be answered.
 */
public final class HeldCallsBenchmark {

  private static final int CALLS = 1000;

  /** Waits for a file beside it that opens the gate. */
  private static final String CODE =
      """
      import os, time

      def handler(event, context):
          while not os.path.exists(os.environ["LAMBDA_TASK_ROOT"] + "/" + event["gate"]):
              time.sleep(0.1)
          return event
      """;

  private HeldCallsBenchmark() {}

  /** Arguments: minutes (10). */
  public static void main(String[] arguments) throws Exception {
    var minutes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
    System.out.println(Machine.describe());
    try (var workspace = Workspace.create();
        var server = Echo.PYTHON.serve(workspace, "held", "instances: 4\n", CODE);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      warmUp(workspace, server);
      var gate = workspace.resolve("python-held/code/gate");
      var answered = new AtomicInteger();
      var ended = new CountDownLatch(CALLS);
      for (int i = 0; i < CALLS; i++) {
        threads.execute(() -> {
          call(server, answered);
          ended.countDown();
        });
      }
      Thread.sleep(Duration.ofMinutes(1));
      var first = Sample.of(server, "minute 1");
      Thread.sleep(Duration.ofMinutes(minutes - 1L));
      var last = Sample.of(server, "minute " + minutes);
      Files.createFile(gate);
      ended.await();
      System.out.println(answered + " of " + CALLS + " calls were answered");
      print(first, last);
    }
  }

  /** A heap that has never been full grows with every call, and would look like a leak. */
  private static void warmUp(Workspace workspace, Server server)
      throws IOException, InterruptedException {
    var open = new Wrk(workspace, "{\"gate\":\"app.py\"}");
    var _ = open.run(server, "/invocations", 30);
    var _ = Heap.afterCollection(server.process().pid());
  }

  private static void call(Server server, AtomicInteger answered) {
    try {
      if (server.postAndWait("/invocations", "{\"gate\":\"gate\"}").contains("gate")) {
        answered.incrementAndGet();
      }
    } catch (IOException e) {
      System.out.println(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void print(Sample first, Sample last) {
    System.out.println(
        Goal.atMost(1.05)
            .judge("live heap, last / first", Quartiles.of(List.of(last.heap / first.heap))));
    System.out.println(
        Goal.atMost(1.15)
            .judge(
                "resident, last / first", Quartiles.of(List.of(last.resident / first.resident))));
  }

  /** In MB. */
  private record Sample(double heap, double resident) {

    static Sample of(Server server, String moment) throws IOException, InterruptedException {
      // both after a collection: how much garbage lies about meanwhile is the collector's choice
      var heap = Heap.afterCollection(server.process().pid()) / 1048576.0;
      var resident = server.process().residentBytes() / 1048576.0;
      System.out.printf(
          Locale.ROOT, "%s: live heap %.1f MB, resident %.0f MB%n", moment, heap, resident);
      return new Sample(heap, resident);
    }
  }
}
