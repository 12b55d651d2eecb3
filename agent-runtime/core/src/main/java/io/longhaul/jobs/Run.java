package io.longhaul.jobs;

import io.longhaul.agent.AgentContext;
import io.longhaul.handler.Handler;
import io.longhaul.handler.Json;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;

/**
 * One attempt while it runs: what its handler sees of it, and the handle by which it is stopped. A
 * synchronous call has no lease until it is written down; until then its checkpoints stay in
 * memory.
 */
final class Run implements AgentContext {

  private final Runs runs;
  private final ExecutionId id;
  private final int attempt;
  private final long startedNanos = System.nanoTime();
  private final long startedMillis;

  /** Held while the record is written, so that writing down and ending exclude each other. */
  private final Object recording = new Object();

  private volatile @Nullable Lease lease;
  private volatile @Nullable Progress progress;
  private volatile @Nullable Json checkpoint;
  private volatile @Nullable Stop stop;
  private volatile boolean cancelled;
  private @Nullable Thread thread;
  private boolean over;

  Run(Runs runs, ExecutionId id, int attempt, long startedMillis) {
    this.runs = runs;
    this.id = id;
    this.attempt = attempt;
    this.startedMillis = startedMillis;
  }

  ExecutionId id() {
    return id;
  }

  @Nullable Lease lease() {
    return lease;
  }

  /** Gives it the lease that was just taken. */
  void hold(Lease taken) {
    lease = taken;
  }

  @Nullable Progress progress() {
    return progress;
  }

  /** The first reason for which it was interrupted. */
  @Nullable Stop stop() {
    return stop;
  }

  long ranNanos() {
    return System.nanoTime() - startedNanos;
  }

  /** Runs a handler on the calling thread, which is left not interrupted. */
  Ending run(Handler.Call call) {
    begin();
    try {
      return new Ending.Returned(call.run(this));
    } catch (Throwable thrown) { // an Error of an agent's code must not kill the worker
      return new Ending.Threw(thrown);
    } finally {
      end();
    }
  }

  private synchronized void begin() {
    thread = Thread.currentThread();
    if (stop != null) {
      thread.interrupt();
    }
  }

  /** An interrupt meant for the handler must not hit what the thread does next. */
  private synchronized void end() {
    thread = null;
    var _ = Thread.interrupted();
  }

  /** Interrupts the handler; the first reason stays. */
  synchronized void stop(Stop why) {
    stop = stop == null ? why : stop;
    cancelled |= why == Stop.CANCEL;
    if (thread != null) {
      thread.interrupt();
    }
  }

  /**
   * Ends the time in which it can be written down.
   *
   * @return its lease, if it has been
   */
  @Nullable Lease close() {
    synchronized (recording) {
      over = true;
      return lease;
    }
  }

  /**
   * Gives it a record, unless it is over.
   *
   * @param record stores it and answers its lease
   * @return whether it has one now
   */
  boolean writeDown(Supplier<Lease> record) {
    synchronized (recording) {
      if (over) {
        return false;
      }
      var written = record.get();
      lease = written;
      var last = checkpoint;
      if (last != null) {
        store(written, last);
      }
      return true;
    }
  }

  @Override
  public String executionId() {
    return id.toString();
  }

  @Override
  public int attempt() {
    return attempt;
  }

  @Override
  public Instant deadline() {
    return Instant.ofEpochMilli(startedMillis).plus(runs.told());
  }

  @Override
  public void progress(double fraction, String message) {
    double bounded = Double.isNaN(fraction) ? 0 : Math.clamp(fraction, 0, 1);
    progress = new Progress(bounded, Failures.clean(message));
  }

  @Override
  public void checkpoint(Object value) {
    var json = Json.of(runs.mapper().writeValueAsBytes(value));
    synchronized (recording) {
      var held = lease;
      if (held != null) {
        store(held, json);
      }
      checkpoint = json;
    }
  }

  private void store(Lease held, Json json) {
    var value = new Value(ValueKind.CHECKPOINT, json);
    var stored =
        new Persistence(() -> stop == null)
            .until(
                () -> held.write(job -> new Lease.Change(runs.steps().checkpointed(job), value)),
                "The checkpoint of execution " + id);
    if (stored.isEmpty()) {
      throw new IllegalStateException(
          "Execution " + id + " belongs to another worker by now: end without side effects");
    }
  }

  @Override
  public <T> Optional<T> lastCheckpoint(Class<T> type) {
    var last = checkpoint;
    if (last == null && attempt > 1) {
      last = runs.records().value(id, ValueKind.CHECKPOINT).orElse(null);
      checkpoint = last;
    }
    return Optional.ofNullable(last).map(json -> read(json, type));
  }

  private <T> T read(Json json, Class<T> type) {
    try {
      // a job can outlive the release that wrote its checkpoint: a field that is gone is no failure
      return runs.mapper()
          .readerFor(type)
          .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .readValue(json.utf8());
    } catch (JacksonException e) {
      throw new IllegalStateException(
          "The last checkpoint of execution " + id + " does not fit " + type.getName(), e);
    }
  }

  @Override
  public boolean cancelled() {
    return cancelled;
  }

  @Override
  public boolean draining() {
    return runs.draining();
  }
}
