package io.longhaul.benchmarks.jobs;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The SQLite file of a library: durable in the same way as Longhaul's store. */
final class SqliteFile {

  /**
   * Opens a new file behind a pool.
   *
   * @param connections SQLite has one writer at a time: more connections than one let reads pass,
   *     and make writers poll for the lock
   */
  static HikariDataSource open(Path folder, int connections) {
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(30_000);
    // a deferred transaction that reads first and writes later fails with SQLITE_BUSY_SNAPSHOT
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    var file = new SQLiteDataSource(config);
    file.setUrl("jdbc:sqlite:" + folder.resolve("jobs.sqlite"));
    var pool = new HikariConfig();
    pool.setDataSource(file);
    pool.setMaximumPoolSize(connections);
    pool.setMinimumIdle(connections);
    return new HikariDataSource(pool);
  }

  private SqliteFile() {}
}
