package io.longhaul.benchmarks.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContestantsTest {

  private static final String JOBS =
      "SELECT state, attempt, failures, max_failures, lost_leases, fence, beat, version,"
          + " owner IS NULL, cancel_requested, progress_message, started_at IS NULL,"
          + " finished_at IS NULL, expires_at IS NULL, error_type, key_scope FROM jobs";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"longhaul", "jobrunr", "db-scheduler"})
  void everyContestantEndsItsJobs(String name) throws Exception {
    var result = new Round(5, 2).run(Contestants.named(name));
    assertThat(result.jobsPerSecond()).isPositive();
  }

  @Test
  void bareLoopWritesTheRowsThatLonghaulWrites() throws Exception {
    runOne(Contestants.named(Contestants.LONGHAUL), folder.resolve("longhaul"));
    runOne(Contestants.bare(4, 1), folder.resolve("bare"));
    assertThat(rows("bare", JOBS)).hasSize(1).isEqualTo(rows("longhaul", JOBS));
    var values = "SELECT kind, fence, hex(value) FROM job_values ORDER BY kind";
    assertThat(rows("bare", values)).hasSize(2).isEqualTo(rows("longhaul", values));
  }

  private static void runOne(Contestant.Entry entry, Path folder) throws Exception {
    var end = new CountDownLatch(1);
    try (var contestant = entry.open(folder, end::countDown)) {
      contestant.submit();
      assertThat(end.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  private List<List<Object>> rows(String name, String query) throws SQLException {
    var rows = new ArrayList<List<Object>>();
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(name).resolve("jobs.db"));
        var statement = connection.createStatement();
        var found = statement.executeQuery(query)) {
      while (found.next()) {
        var row = new ArrayList<Object>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.add(String.valueOf(found.getObject(i)));
        }
        rows.add(row);
      }
    }
    return rows;
  }
}
