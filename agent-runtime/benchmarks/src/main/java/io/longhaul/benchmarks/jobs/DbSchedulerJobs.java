package io.longhaul.benchmarks.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.jdbc.SqliteJdbcCustomization;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * db-scheduler with its SqliteJdbcCustomization, polling by fetch: lock-and-fetch needs SELECT …
 * FOR UPDATE, which SQLite has not.
 */
final class DbSchedulerJobs implements Contestant {

  /** The library's own table for SQLite, without the index on priority, which is off. */
  private static final List<String> TABLE =
      List.of(
          """
          CREATE TABLE scheduled_tasks (
            task_name varchar(100), task_instance varchar(100), task_data blob,
            execution_time TIMESTAMP, picked BIT, picked_by varchar(50), last_success TIMESTAMP,
            last_failure TIMESTAMP, consecutive_failures INT, last_heartbeat TIMESTAMP,
            version BIGINT, priority SMALLINT, PRIMARY KEY (task_name, task_instance))
          """,
          "CREATE INDEX execution_time_idx ON scheduled_tasks (execution_time)",
          "CREATE INDEX last_heartbeat_idx ON scheduled_tasks (last_heartbeat)");

  private final HikariDataSource database;
  private final OneTimeTask<String> task =
      Tasks.oneTime("no-op", String.class).execute((_, _) -> {});
  private final Scheduler scheduler;

  DbSchedulerJobs(Path folder, Runnable ended, Settings settings) throws SQLException {
    database = SqliteFile.open(folder, settings.connections());
    createTable();
    var builder =
        new SchedulerBuilder(database, List.of(task))
            .jdbcCustomization(new SqliteJdbcCustomization())
            .serializer(new Text())
            .threads(settings.threads())
            .pollingInterval(settings.polling())
            .pollUsingFetch(0.5, settings.batch())
            .addSchedulerListener(new Ends(ended));
    scheduler = (settings.immediate() ? builder.enableImmediateExecution() : builder).build();
    scheduler.start();
  }

  /**
   * What was tried to make it fast.
   *
   * @param batch jobs fetched at a time, as a multiple of threads
   */
  record Settings(
      int connections, int threads, Duration polling, double batch, boolean immediate) {}

  private void createTable() throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      for (var part : TABLE) {
        statement.execute(part);
      }
    }
  }

  /** As a batch of one: a single one is looked for before it is inserted. */
  @Override
  public void submit() {
    scheduler.scheduleBatch(
        List.of(task.instance(UUID.randomUUID().toString(), "hello")), Instant.now());
  }

  @Override
  public void close() {
    scheduler.stop();
    database.close();
  }

  private static final class Ends extends AbstractSchedulerListener {
    private final Runnable ended;

    Ends(Runnable ended) {
      this.ended = ended;
    }

    @Override
    public void onExecutionComplete(ExecutionComplete execution) {
      ended.run();
    }
  }

  /** Cheaper than Java serialization, which is the library's default. */
  private static final class Text implements Serializer {
    @Override
    public byte[] serialize(Object data) {
      return data.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public <T> T deserialize(Class<T> type, byte[] data) {
      return type.cast(new String(data, StandardCharsets.UTF_8));
    }
  }
}
