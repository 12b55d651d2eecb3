package io.longhaul.jobs.embedded;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;

/** A few connections that only read, each used by one thread at a time. */
final class Sessions implements AutoCloseable {

  private final Deque<Session> free = new ArrayDeque<>();
  private final Semaphore permits;
  private final int number;
  private final Troubles troubles;
  private boolean closed;

  private Sessions(int number, Troubles troubles) {
    this.number = number;
    this.troubles = troubles;
    this.permits = new Semaphore(number, true);
  }

  static Sessions reading(Path file, int number, Troubles troubles) throws SQLException {
    var sessions = new Sessions(number, troubles);
    for (int i = 0; i < number; i++) {
      sessions.free.add(Session.reading(file));
    }
    return sessions;
  }

  /** Does something with one that is free; an interrupt does not keep it from that. */
  <T> T use(Work<T> work) {
    permits.acquireUninterruptibly();
    try {
      var session = take();
      try {
        return work.on(session);
      } catch (SQLException e) {
        throw troubles.away(e);
      } finally {
        give(session);
      }
    } finally {
      permits.release();
    }
  }

  private synchronized Session take() {
    if (closed) {
      throw troubles.closed();
    }
    return free.removeFirst();
  }

  private synchronized void give(Session session) {
    free.addFirst(session); // whose statements and pages were used last
  }

  /** Waits until all are free, and closes them. */
  @Override
  public void close() {
    permits.acquireUninterruptibly(number);
    try {
      closeAll();
    } finally {
      permits.release(number);
    }
  }

  private synchronized void closeAll() {
    closed = true;
    for (var session : free) {
      try {
        session.close();
      } catch (SQLException _) {
        // It only read.
      }
    }
  }
}
