package io.longhaul.jobs.embedded;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes. Whatever is asked for while a commit is under way goes into the next
 * one together, so that many callers share one wait for the disk; each returns when its change is
 * on disk. It waits for nobody: while it commits, those it answered last prepare the next group,
 * which was measured to be faster than larger groups that leave the disk idle in between. If a
 * group fails, each of its changes is tried alone, so that only the culprit fails.
 */
final class Writer implements AutoCloseable {

  private static final int LARGEST_GROUP = 512;

  private final Session session;
  private final Troubles troubles;
  private final LinkedBlockingQueue<Task<?>> tasks = new LinkedBlockingQueue<>();
  private final Thread thread;
  private final AtomicLong commits = new AtomicLong();
  private volatile boolean closed;

  Writer(Session session, Troubles troubles) {
    this.session = session;
    this.troubles = troubles;
    this.thread = Thread.ofPlatform().name("longhaul-jobs-writer").daemon().start(this::loop);
  }

  /** Does something in a transaction of its own or a shared one; returns when it is on disk. */
  <T> T write(Work<T> work) {
    var task = new Task<>(work);
    tasks.add(task);
    if (closed) {
      task.done.completeExceptionally(troubles.closed());
    }
    try {
      return task.done.join();
    } catch (CompletionException e) {
      throw troubles.away(e.getCause() == null ? e : e.getCause());
    }
  }

  /** Groups that are on disk. */
  long commits() {
    return commits.get();
  }

  /** Writes what was asked for until now, then closes the connection. */
  @Override
  public void close() {
    closed = true;
    tasks.add(new Task<>(_ -> true));
    boolean interrupted = Thread.interrupted();
    try {
      thread.join();
    } catch (InterruptedException _) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void loop() {
    var group = new ArrayList<Task<?>>();
    while (!closed || !tasks.isEmpty()) {
      try {
        group.add(tasks.take());
        tasks.drainTo(group, LARGEST_GROUP - 1);
        commit(group);
      } catch (InterruptedException _) {
        // Nobody interrupts this thread; close() ends it with a task.
      } finally {
        group.clear();
      }
    }
    try {
      session.close();
    } catch (SQLException _) {
      // Everything acknowledged is on disk already.
    }
  }

  private void commit(List<Task<?>> group) {
    try {
      session.begin();
      for (var task : group) {
        task.perform(session);
      }
      session.commit();
      commits.incrementAndGet();
      group.forEach(Task::succeed);
    } catch (SQLException | RuntimeException | Error e) {
      // an Error too: without this thread every later write would wait for ever
      session.rollback();
      if (group.size() == 1) {
        group.getFirst().done.completeExceptionally(e);
      } else {
        group.forEach(task -> commit(List.of(task)));
      }
    }
  }

  private static final class Task<T> {
    final CompletableFuture<T> done = new CompletableFuture<>();
    private final Work<T> work;
    private @Nullable T result;

    Task(Work<T> work) {
      this.work = work;
    }

    void perform(Session session) throws SQLException {
      result = work.on(session);
    }

    @SuppressWarnings("NullAway") // null only where T allows it
    void succeed() {
      done.complete(result);
    }
  }
}
