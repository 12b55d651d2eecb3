package io.longhaul.benchmarks.jobs;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.concurrent.ThreadLocalRandom;
import org.sqlite.SQLiteConfig;

/**
 * The statements that Longhaul's store executes for a job that succeeds at once: two inserts, an
 * update when it had to wait for a place, an update and an insert. They are written again here,
 * because the store's own stay behind its door.
 */
final class BareRows implements AutoCloseable {

  private static final String INSERT =
      "INSERT INTO jobs (state, attempt, failures, max_failures, lost_leases, fence, beat, version,"
          + " owner, cancel_requested, progress_fraction, progress_message, due_at, started_at,"
          + " finished_at, expires_at, error_type, error_message, created_at, id, key_scope,"
          + " key_fingerprint) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
          + " ?, ?) ON CONFLICT (id) DO NOTHING";

  private static final String UPDATE =
      "UPDATE jobs SET state = ?, attempt = ?, failures = ?, max_failures = ?, lost_leases = ?,"
          + " fence = ?, beat = ?, version = ?, owner = ?, cancel_requested = ?,"
          + " progress_fraction = ?, progress_message = ?, due_at = ?, started_at = ?,"
          + " finished_at = ?, expires_at = ?, error_type = ?, error_message = ? WHERE id = ? AND"
          + " version = ? AND fence = ? AND beat = ?";

  private static final String PUT =
      "INSERT OR REPLACE INTO job_values (id, kind, fence, value) VALUES (?, ?, ?, ?)";

  /** States as the store writes them. */
  private static final int QUEUED = 0;

  private static final int RUNNING = 1;
  private static final int SUCCEEDED = 2;

  private final Connection connection;
  private final PreparedStatement insert;
  private final PreparedStatement update;
  private final PreparedStatement put;

  BareRows(Path file) throws SQLException {
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    connection = config.createConnection("jdbc:sqlite:" + file);
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA wal_autocheckpoint = 4000"); // as the store sets it
    }
    connection.setAutoCommit(false);
    insert = connection.prepareStatement(INSERT);
    update = connection.prepareStatement(UPDATE);
    put = connection.prepareStatement(PUT);
  }

  /** As ids are: they sort by time, so rows are appended. */
  static byte[] newId() {
    var random = ThreadLocalRandom.current();
    return ByteBuffer.allocate(16)
        .putLong(System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(0x1000))
        .putLong(random.nextLong())
        .array();
  }

  /**
   * Inserts a job.
   *
   * @param atOnce a place was free, so that it is born running
   */
  void create(byte[] id, boolean atOnce) throws SQLException {
    var next = atOnce ? bind(insert, RUNNING, 1, 2) : bind(insert, QUEUED, 0, 1);
    insert.setLong(next, System.currentTimeMillis());
    insert.setBytes(next + 1, id);
    insert.setString(next + 2, null);
    insert.setString(next + 3, null);
    insert.executeUpdate();
    put(id, 0, atOnce ? 1 : 0, LonghaulJobs.INPUT.utf8());
  }

  void start(byte[] id) throws SQLException {
    change(id, RUNNING, 0, 1);
  }

  void end(byte[] id) throws SQLException {
    change(id, SUCCEEDED, 1, 2);
    put(id, 2, 1, LonghaulJobs.OUTPUT.utf8());
  }

  void commit() throws SQLException {
    connection.commit();
  }

  private void change(byte[] id, int state, long fence, long version) throws SQLException {
    var next = bind(update, state, 1, version + 1);
    update.setBytes(next, id);
    update.setLong(next + 1, version);
    update.setLong(next + 2, fence);
    update.setLong(next + 3, fence);
    if (update.executeUpdate() != 1) {
      throw new IllegalStateException("The row did not change");
    }
  }

  private void put(byte[] id, int kind, long fence, byte[] value) throws SQLException {
    put.setBytes(1, id);
    put.setInt(2, kind);
    put.setLong(3, fence);
    put.setBytes(4, value);
    put.executeUpdate();
  }

  private static int bind(PreparedStatement statement, int state, long fence, long version)
      throws SQLException {
    var now = System.currentTimeMillis();
    statement.setInt(1, state);
    statement.setInt(2, (int) fence);
    statement.setInt(3, 0);
    statement.setInt(4, 3);
    statement.setInt(5, 0);
    statement.setLong(6, fence);
    statement.setLong(7, fence); // the beat: it starts with the attempt
    statement.setLong(8, version);
    statement.setString(9, state == RUNNING ? "0192f0a0-0000-7000-8000-000000000000" : null);
    statement.setInt(10, 0);
    statement.setNull(11, Types.REAL);
    statement.setNull(12, Types.VARCHAR);
    statement.setLong(13, now);
    setTime(statement, 14, now, state != QUEUED);
    setTime(statement, 15, now, state == SUCCEEDED);
    setTime(statement, 16, now, state == SUCCEEDED);
    statement.setString(17, null);
    statement.setString(18, null);
    return 19;
  }

  private static void setTime(PreparedStatement statement, int at, long millis, boolean known)
      throws SQLException {
    if (known) {
      statement.setLong(at, millis);
    } else {
      statement.setNull(at, Types.INTEGER);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
