package io.longhaul.jobs.embedded;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * A few threads that read, each with a connection: native code would hold the carrier of a virtual
 * thread. A read sees everything that was committed before it began.
 */
final class Readers implements AutoCloseable {

  private static final int THREADS = 2;

  private final List<Session> sessions = new ArrayList<>();
  private final BlockingQueue<Session> free = new ArrayBlockingQueue<>(THREADS);
  private final ExecutorService threads;
  private final Troubles troubles;

  Readers(Path file, Troubles troubles) throws SQLException {
    this.troubles = troubles;
    for (int i = 0; i < THREADS; i++) {
      sessions.add(Session.reading(file));
    }
    free.addAll(sessions);
    threads =
        Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().name("longhaul-jobs-reader-", 0).daemon().factory());
  }

  <T> T read(Work<T> work) {
    try {
      return CompletableFuture.supplyAsync(() -> perform(work), threads).join();
    } catch (CompletionException e) {
      throw troubles.away(e.getCause() == null ? e : e.getCause());
    } catch (RejectedExecutionException _) {
      throw troubles.closed();
    }
  }

  @Override
  public void close() {
    threads.close();
    for (var session : sessions) {
      try {
        session.close();
      } catch (SQLException _) {
        // It only read.
      }
    }
  }

  private <T> T perform(Work<T> work) {
    Session session = null;
    try {
      session = free.take();
      return work.on(session);
    } catch (SQLException e) {
      throw new CompletionException(e);
    } catch (InterruptedException e) {
      throw new CompletionException(e);
    } finally {
      if (session != null) {
        free.add(session);
      }
    }
  }
}
