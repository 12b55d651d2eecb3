package io.longhaul.benchmarks.jobs;

import io.longhaul.jobs.embedded.EmbeddedJobStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The bound: a loop that writes the rows of Longhaul's jobs in groups of a given size, and nothing
 * else. Submitters hand over to the one writer; nobody decides, runs or reads anything.
 */
final class BareLoop implements Contestant {

  /** How long a group that is too small waits for more. Only the last ones ever do. */
  private static final long PATIENCE_MILLIS = 2;

  private final LinkedBlockingQueue<Step> steps = new LinkedBlockingQueue<>();
  private final Runnable ended;
  private final int group;
  private final BareRows rows;
  private final Thread writer;
  private volatile boolean closed;
  private final AtomicLong commits = new AtomicLong();

  private final double startedAtOnce;
  private final AtomicLong submitted = new AtomicLong();

  BareLoop(Path folder, Runnable ended, int group, double startedAtOnce)
      throws IOException, SQLException {
    // the store makes the tables, so that both write into the same ones
    EmbeddedJobStore.open(folder, Clock.systemUTC()).close();
    this.ended = ended;
    this.group = group;
    this.startedAtOnce = startedAtOnce;
    this.rows = new BareRows(folder.resolve("jobs.db"));
    this.writer = Thread.ofPlatform().name("bare-writer").start(this::loop);
  }

  /** What is written of a job: its creation, its start if it had to wait for one, its end. */
  private record Step(ByteBuffer id, boolean atOnce, int number, CompletableFuture<Void> onDisk) {

    Step next() {
      return new Step(id, atOnce, number + (atOnce ? 2 : 1), onDisk);
    }
  }

  @Override
  public void submit() {
    var number = submitted.getAndIncrement();
    var atOnce = Math.floor((number + 1) * startedAtOnce) > Math.floor(number * startedAtOnce);
    var step = new Step(ByteBuffer.wrap(BareRows.newId()), atOnce, 0, new CompletableFuture<>());
    steps.add(step);
    step.onDisk().join();
  }

  @Override
  public long commits() {
    return commits.get();
  }

  @Override
  public double startedAtOnce() {
    return startedAtOnce;
  }

  private void loop() {
    try {
      while (!closed) {
        commit(nextGroup());
      }
    } catch (InterruptedException | SQLException e) {
      if (!closed) {
        throw new IllegalStateException(e);
      }
    }
  }

  private List<Step> nextGroup() throws InterruptedException {
    var next = new ArrayList<Step>(group);
    next.add(steps.take());
    while (next.size() < group) {
      if (steps.drainTo(next, group - next.size()) == 0) {
        var late = steps.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        if (late == null) {
          break;
        }
        next.add(late);
      }
    }
    return next;
  }

  private void commit(List<Step> next) throws SQLException {
    for (var step : next) {
      switch (step.number()) {
        case 0 -> rows.create(step.id().array(), step.atOnce());
        case 1 -> rows.start(step.id().array());
        default -> rows.end(step.id().array());
      }
    }
    rows.commit();
    commits.incrementAndGet();
    next.forEach(this::committed);
  }

  private void committed(Step step) {
    step.onDisk().complete(null);
    if (step.number() == 2) {
      ended.run();
    } else {
      steps.add(step.next());
    }
  }

  @Override
  public void close() {
    closed = true;
    writer.interrupt();
    try {
      writer.join();
      rows.close();
    } catch (InterruptedException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
