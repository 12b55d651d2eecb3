package io.longhaul.benchmarks.hotpath;

import io.longhaul.benchmarks.measure.Workspace;
import io.longhaul.handler.Handler;
import io.longhaul.handler.Json;
import io.longhaul.jobs.Answer;
import io.longhaul.jobs.Caller;
import io.longhaul.jobs.EngineSettings;
import io.longhaul.jobs.EventOutcomes;
import io.longhaul.jobs.ExecutionRequest;
import io.longhaul.jobs.Executions;
import io.longhaul.jobs.MemoryJobQueue;
import io.longhaul.jobs.embedded.EmbeddedJobStore;
import io.longhaul.json.StrictJson;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The engine around a synchronous call that does nothing: its place, its id, its record in memory.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class SynchronousCall {

  private static final Json INPUT = Json.of("{}");
  private static final Handler.Call NO_OP = _ -> INPUT;

  private final Workspace workspace;
  private final Executions executions;

  /** Starts an engine; the store is opened and never touched. */
  public SynchronousCall() {
    var clock = Clock.systemUTC();
    try {
      workspace = Workspace.create();
      executions =
          new Executions(
              EngineSettings.builder().build(),
              new NoOp(),
              StrictJson.newMapper(),
              EmbeddedJobStore.open(workspace.path(), clock),
              new MemoryJobQueue(clock),
              EventOutcomes.NOBODY,
              clock,
              List.of());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    executions.start();
  }

  @Benchmark
  public Answer execute() throws InterruptedException {
    return executions.execute(
        new ExecutionRequest(INPUT, NO_OP, Caller.ANONYMOUS, "/execute", null, null));
  }

  /** Stops the engine. */
  @TearDown(Level.Trial)
  public void stop() throws InterruptedException, IOException {
    executions.drain(Duration.ofSeconds(1));
    workspace.close();
  }

  private static final class NoOp implements Handler {
    @Override
    public Call bind(Json input) {
      return NO_OP;
    }

    @Override
    public void close() {}
  }
}
