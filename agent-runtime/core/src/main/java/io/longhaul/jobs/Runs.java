package io.longhaul.jobs;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** All that runs in this process, and what every run needs. */
final class Runs {

  private final ConcurrentMap<ExecutionId, Run> running = new ConcurrentHashMap<>();
  private final Clock clock;
  private final Duration told;
  private final JsonMapper mapper;
  private final Records records;
  private final Steps steps;
  private volatile boolean draining;

  Runs(EngineSettings settings, Clock clock, JsonMapper mapper, Records records, Steps steps) {
    this.clock = clock;
    this.told = earlier(settings.timeout(), settings.deadline());
    this.mapper = mapper;
    this.records = records;
    this.steps = steps;
  }

  /**
   * Begins an attempt; null if one of the same execution still runs here. A job's run begins before
   * its lease is taken, so that whoever asks to cancel a running job always finds its run.
   */
  @Nullable Run begin(ExecutionId id, int attempt) {
    var run = new Run(this, id, attempt, clock.millis());
    return running.putIfAbsent(id, run) == null ? run : null;
  }

  /** Begins the first attempt of an execution with an id that nobody had before. */
  Run beginNew(ExecutionId id) {
    var run = begin(id, 1);
    if (run == null) {
      throw new IllegalStateException("Execution " + id + " runs already");
    }
    return run;
  }

  void end(Run run) {
    running.remove(run.id(), run);
  }

  @Nullable Run find(ExecutionId id) {
    return running.get(id);
  }

  Collection<Run> all() {
    return running.values();
  }

  int count() {
    return running.size();
  }

  /** Tells handlers that the service is stopping. */
  void drain() {
    draining = true;
  }

  boolean draining() {
    return draining;
  }

  /** Waits until nothing runs; false if the time was over first. */
  boolean awaitNone(Duration longest) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    while (!running.isEmpty()) {
      if (System.nanoTime() - end >= 0) {
        return false;
      }
      Thread.sleep(10);
    }
    return true;
  }

  Duration told() {
    return told;
  }

  JsonMapper mapper() {
    return mapper;
  }

  Records records() {
    return records;
  }

  Steps steps() {
    return steps;
  }

  private static Duration earlier(@Nullable Duration timeout, Duration deadline) {
    return timeout != null && timeout.compareTo(deadline) < 0 ? timeout : deadline;
  }
}
