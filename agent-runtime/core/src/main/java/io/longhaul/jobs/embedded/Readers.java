package io.longhaul.jobs.embedded;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** Reads beside the writer. A read sees everything that was committed before it began. */
final class Readers implements AutoCloseable {

  /** Native code holds the carrier of a virtual thread, so more would only wait for each other. */
  private static final int AT_A_TIME = 2;

  private final Sessions rows;
  private final Sessions scans;
  private final ExecutorService threads;
  private final Troubles troubles;

  Readers(Path file, Troubles troubles) throws SQLException {
    this.troubles = troubles;
    rows = Sessions.reading(file, AT_A_TIME, troubles);
    scans = Sessions.reading(file, AT_A_TIME, troubles);
    threads =
        Executors.newFixedThreadPool(
            AT_A_TIME, Thread.ofPlatform().name("longhaul-jobs-reader-", 0).daemon().factory());
  }

  /**
   * Reads a row by its key, on the calling thread: to hand it to another thread and back takes
   * longer than the read does.
   */
  <T> T row(Work<T> work) {
    return rows.use(work);
  }

  /** Reads many rows, on a thread that is kept for that and holds up nobody. */
  <T> T scan(Work<T> work) {
    try {
      return CompletableFuture.supplyAsync(() -> scans.use(work), threads).join();
    } catch (CompletionException e) {
      throw troubles.away(e.getCause() == null ? e : e.getCause());
    } catch (RejectedExecutionException _) {
      throw troubles.closed();
    }
  }

  @Override
  public void close() {
    threads.close();
    scans.close();
    rows.close();
  }
}
