package io.longhaul.testing;

import io.longhaul.agent.AgentContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Hears what an agent says, and stops it where the test wants. Guarded by itself. */
final class TestContext implements AgentContext {

  /** An agent's code, which may throw anything. */
  interface Work {
    void run() throws Exception;
  }

  private final Wire wire;
  private final String executionId;
  private final int attempt;
  private final Instant deadline;
  private final StopPoint stop;
  private final List<Progress> progress = new ArrayList<>();
  private final List<JsonNode> checkpoints = new ArrayList<>();
  private @Nullable JsonNode stored;
  private @Nullable Stop stopped;
  private @Nullable Thread thread;
  private boolean ended;

  TestContext(
      Wire wire,
      String executionId,
      int attempt,
      Instant deadline,
      @Nullable JsonNode stored,
      StopPoint stop) {
    this.wire = wire;
    this.executionId = executionId;
    this.attempt = attempt;
    this.deadline = deadline;
    this.stored = stored;
    this.stop = stop;
  }

  /** Runs the work on a virtual thread, as the service does. */
  synchronized void start(Work work, Consumer<Throwable> failed) {
    thread = Thread.ofVirtual().name(executionId).start(() -> runToEnd(work, failed));
  }

  private void runToEnd(Work work, Consumer<Throwable> failed) {
    try {
      work.run();
    } catch (Throwable thrown) {
      failed.accept(thrown);
    } finally {
      ended();
    }
  }

  @Override
  public String executionId() {
    return executionId;
  }

  @Override
  public int attempt() {
    return attempt;
  }

  @Override
  public Instant deadline() {
    return deadline;
  }

  @Override
  public synchronized void progress(double fraction, String message) {
    dieIfKilled();
    progress.add(new Progress(fraction, message));
    if (fraction >= stop.fraction()) {
      stop(stop.how());
      dieIfKilled();
    }
  }

  @Override
  public synchronized void checkpoint(Object value) {
    dieIfKilled();
    var json = wire.write(value);
    if (value instanceof Record) {
      read(json, value.getClass()); // what cannot be read back would fail only on the next worker
    }
    stored = json;
    checkpoints.add(json);
    notifyAll();
    if (checkpoints.size() == stop.checkpoints()) {
      stop(stop.how());
      dieIfKilled();
    }
  }

  @Override
  public synchronized <T> Optional<T> lastCheckpoint(Class<T> type) {
    dieIfKilled();
    return stored(type);
  }

  synchronized <T> Optional<T> stored(Class<T> type) {
    return Optional.ofNullable(stored).map(json -> read(json, type));
  }

  private <T> T read(JsonNode json, Class<T> type) {
    try {
      return wire.read(json, type);
    } catch (JacksonException misfit) {
      throw new IllegalStateException(
          "the checkpoint " + json + " does not fit " + type.getName(), misfit);
    }
  }

  @Override
  public synchronized boolean cancelled() {
    dieIfKilled();
    return stopped == Stop.CANCEL;
  }

  @Override
  public synchronized boolean draining() {
    dieIfKilled();
    return stopped == Stop.DRAIN;
  }

  synchronized void stop(Stop how) {
    stopped = how;
    if (how != Stop.DRAIN && thread != null) {
      thread.interrupt();
    }
  }

  private void dieIfKilled() {
    if (stopped == Stop.KILL) {
      throw new AttemptKilled();
    }
  }

  synchronized @Nullable JsonNode stored() {
    return stored;
  }

  synchronized @Nullable Stop stopped() {
    return stopped;
  }

  synchronized List<Progress> progress() {
    return List.copyOf(progress);
  }

  synchronized <T> List<T> checkpoints(Class<T> type) {
    return checkpoints.stream().map(json -> read(json, type)).toList();
  }

  /** Waits for so many checkpoints, the end or the limit; answers how many there are. */
  synchronized int awaitCheckpoints(int n, Duration limit) {
    long last = System.nanoTime() + limit.toNanos();
    try {
      while (checkpoints.size() < n && !ended && System.nanoTime() < last) {
        TimeUnit.NANOSECONDS.timedWait(this, last - System.nanoTime());
      }
    } catch (InterruptedException interrupted) {
      throw new AssertionError("the wait for a checkpoint was broken off", interrupted);
    }
    return checkpoints.size();
  }

  private synchronized void ended() {
    ended = true;
    notifyAll();
  }
}
