package io.longhaul.benchmarks.jobs;

import io.longhaul.handler.Handler;
import io.longhaul.handler.Json;
import io.longhaul.jobs.Caller;
import io.longhaul.jobs.EngineSettings;
import io.longhaul.jobs.EventOutcomes;
import io.longhaul.jobs.Execution;
import io.longhaul.jobs.ExecutionListener;
import io.longhaul.jobs.ExecutionRequest;
import io.longhaul.jobs.Executions;
import io.longhaul.jobs.MemoryJobQueue;
import io.longhaul.jobs.embedded.EmbeddedJobStore;
import io.longhaul.json.StrictJson;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Longhaul's engine on its embedded store, without HTTP. */
final class LonghaulJobs implements Contestant {

  static final Json INPUT = Json.of("{\"text\":\"hello\"}");
  static final Json OUTPUT = Json.of("{\"done\":1}");

  /** Jobs that run at a time, as many as workers of JobRunr. */
  private static final int CONCURRENCY = 16;

  private final Path folder;
  private final EmbeddedJobStore store;
  private final Executions executions;
  private final Handler handler = new NoOp();

  LonghaulJobs(Path folder, Runnable ended) throws IOException {
    this.folder = folder;
    var clock = Clock.systemUTC();
    store = EmbeddedJobStore.open(folder, clock);
    executions =
        new Executions(
            EngineSettings.builder().concurrency(CONCURRENCY).build(),
            handler,
            StrictJson.newMapper(),
            store,
            new MemoryJobQueue(clock),
            EventOutcomes.NOBODY,
            clock,
            List.of(new Ends(ended)));
    executions.start();
  }

  @Override
  public void submit() {
    var _ =
        executions.submit(
            new ExecutionRequest(
                INPUT, handler.bind(INPUT), Caller.ANONYMOUS, "/execute", null, null));
  }

  @Override
  public long commits() {
    return store.commits();
  }

  /** A job that was born running has its input from its first attempt. */
  @Override
  public double startedAtOnce() throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("jobs.db"));
        var statement = connection.createStatement();
        var share =
            statement.executeQuery("SELECT avg(fence > 0) FROM job_values WHERE kind = 0")) {
      return share.getDouble(1);
    }
  }

  @Override
  public void close() {
    try {
      executions.drain(Duration.ofSeconds(10));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class NoOp implements Handler {
    @Override
    public Call bind(Json input) {
      return _ -> OUTPUT;
    }

    @Override
    public void close() {}
  }

  private record Ends(Runnable ended) implements ExecutionListener {
    @Override
    public void succeeded(Execution execution) {
      ended.run();
    }
  }
}
