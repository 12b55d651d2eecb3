package io.longhaul.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Jobs for the contract kit; each newer than the one before. */
final class SampleJobs {

  static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

  final Steps steps = stepsOf(0);
  private final AtomicLong made = new AtomicLong();

  static Steps stepsOf(int worker) {
    return new Steps(
        Clock.systemUTC(),
        "worker-" + worker,
        Duration.ofDays(30),
        Duration.ofHours(6),
        state -> state != JobState.CANCELLED);
  }

  Job queued() {
    return steps.queued(next(), 3);
  }

  /** An Event invocation. */
  Job event() {
    return steps.queuedEvent(next(), 3);
  }

  private ExecutionId next() {
    long number = made.incrementAndGet();
    // The highest bit of the second half is set, as in every UUID: bytes must compare unsigned.
    var id = new UUID(0x0190_0000_0000_7000L + (number << 16), 0x8000_0000_0000_0000L | number);
    return new ExecutionId(id);
  }

  Job running() {
    return steps.taken(queued());
  }

  /** What becomes of an Event invocation that fails, is run again and succeeds. */
  List<Job> anEventsLife(Job job) {
    var life = new ArrayList<Job>();
    life.add(steps.taken(job));
    life.add(steps.requeued(life.getLast(), new Failure("x", "y"), Duration.ofHours(1), null));
    life.add(steps.givenUp(life.getLast()));
    life.add(steps.recordSettled(life.getLast()));
    life.add(steps.retried(life.getLast()));
    life.add(steps.taken(life.getLast()));
    life.add(steps.succeeded(life.getLast(), null));
    return life;
  }

  /** Changes that together touch every field. */
  List<Job> aLife(Job job) {
    var life = new ArrayList<Job>();
    life.add(steps.taken(job));
    life.add(steps.renewed(life.getLast(), new Progress(0.25, "a quarter, \u00e9\ud83d\ude80")));
    life.add(steps.taken(life.getLast()));
    life.add(steps.checkpointed(life.getLast()));
    life.add(
        steps.requeued(life.getLast(), new Failure("timeout", "late"), Duration.ofHours(1), null));
    life.add(steps.taken(life.getLast()));
    life.add(steps.cancelRequested(life.getLast()));
    life.add(steps.cancelled(life.getLast(), null));
    life.add(steps.retried(life.getLast()));
    life.add(steps.taken(life.getLast()));
    life.add(steps.failed(life.getLast(), new Failure("x", "y"), new Progress(1, "")));
    return life;
  }
}
