package io.longhaul.jobs.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.sqlite.SQLiteConfig;

/** A connection and the statements prepared on it. Used by one thread at a time. */
final class Session implements AutoCloseable {

  /** 4 KB pages that the log collects before they move to the file: fewer, larger moves. */
  private static final int LOG_PAGES = 4000;

  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  private Session(Connection connection) {
    this.connection = connection;
  }

  /** Opens for changes that are on disk when their commit returns. */
  static Session writing(Path file) throws SQLException {
    var config = config();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    // NORMAL would keep the file whole after a power cut, but lose the last commits.
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    var session = new Session(config.createConnection(url(file)));
    session.execute("PRAGMA wal_autocheckpoint = " + LOG_PAGES);
    return session;
  }

  /** Opens for reading, beside a writer. */
  static Session reading(Path file) throws SQLException {
    var session = new Session(config().createConnection(url(file)));
    session.execute("PRAGMA query_only = ON");
    return session;
  }

  /** Opens without the ability to change anything, even to tidy up. */
  static Session looking(Path file) throws SQLException {
    var config = config();
    config.setReadOnly(true);
    return new Session(config.createConnection(url(file)));
  }

  /** Opens a file that serves as a lock: who finds it locked learns so at once. */
  static Session locking(Path file) throws SQLException {
    var config = new SQLiteConfig();
    config.setBusyTimeout(0);
    return new Session(config.createConnection(url(file)));
  }

  PreparedStatement prepare(String sql) throws SQLException {
    var statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    return statement;
  }

  void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of the first row of a query without parameters. */
  String ask(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : "";
    }
  }

  /**
   * Begins a transaction that may write. Not the driver's way ({@code setAutoCommit}), which loses
   * track when SQLite rolls back by itself, as it does when the disk is full.
   */
  void begin() throws SQLException {
    prepare("BEGIN IMMEDIATE").execute();
  }

  void commit() throws SQLException {
    prepare("COMMIT").execute();
  }

  /** Leaves the connection without a transaction, and without statements that stopped half-way. */
  void rollback() {
    forget();
    try {
      execute("ROLLBACK");
    } catch (SQLException _) {
      // SQLite has rolled back already.
    }
  }

  @Override
  public void close() throws SQLException {
    forget();
    connection.close();
  }

  private void forget() {
    for (var statement : statements.values()) {
      try {
        statement.close();
      } catch (SQLException _) {
        // It reports once more why its last execution failed.
      }
    }
    statements.clear();
  }

  private static SQLiteConfig config() {
    var config = new SQLiteConfig();
    config.setBusyTimeout(10_000);
    return config;
  }

  private static String url(Path file) {
    return "jdbc:sqlite:" + file;
  }
}
