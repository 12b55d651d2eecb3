package io.longhaul.jobs;

import io.longhaul.handler.Handler;
import io.longhaul.handler.Json;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Takes jobs and runs their handlers, on the calling thread. */
final class JobRuns {

  private final Handler handler;
  private final Runs runs;
  private final Settler settler;
  private final Announcer announcer;
  private final Timers timers;
  private final JobQueue queue;
  private final @Nullable Duration timeout;

  JobRuns(
      Handler handler,
      Runs runs,
      Settler settler,
      Announcer announcer,
      Timers timers,
      JobQueue queue,
      @Nullable Duration timeout) {
    this.handler = handler;
    this.runs = runs;
    this.settler = settler;
    this.announcer = announcer;
    this.timers = timers;
    this.queue = queue;
    this.timeout = timeout;
  }

  /**
   * Takes a queued job, or one whose worker is dead, if it is still as it was seen, and runs it.
   *
   * @param slot given back as soon as the handler has ended
   */
  void take(Job seen, Ticket ticket, Slots.Slot slot) {
    var steps = runs.steps();
    var next = seen.state() == JobState.RUNNING ? steps.takenOver(seen) : steps.taken(seen);
    var input = runs.records().value(seen.id(), ValueKind.INPUT);
    var run = runs.begin(seen.id(), next.attempt());
    if (run == null) {
      return; // an attempt that lost its lease and ignores its interrupt still runs here
    }
    boolean ours = false;
    try {
      ours = claimed(seen, next, ticket);
    } finally {
      if (!ours) {
        runs.end(run);
      }
    }
    if (ours) {
      var lease = new Lease(runs.records(), next, ticket);
      run(run, lease, slot, context -> bind(input, next.id()).run(context));
    }
  }

  /** Whether the job is to be run here; if not, somebody else was faster, or it has ended. */
  private boolean claimed(Job seen, Job next, Ticket ticket) {
    var stored = runs.records().replace(seen, next, null);
    if (stored.isEmpty() || !stored.get().equals(next)) {
      return false; // the ticket comes back and finds what they did
    }
    if (seen.state() == JobState.RUNNING) {
      announcer.takenOver(seen);
    }
    if (next.state().isTerminal()) {
      announcer.endedAside(next);
      queue.delete(ticket);
    }
    return next.state() == JobState.RUNNING;
  }

  /** Runs a job under a lease that this worker holds. */
  void run(Run run, Lease lease, Slots.Slot slot, Handler.Call call) {
    run.hold(lease);
    Ending ending;
    try (slot) {
      ending = attempt(run, call);
    }
    run.close();
    settler.settle(run, lease, ending);
  }

  /** Runs a handler within the time limit. */
  Ending attempt(Run run, Handler.Call call) {
    announcer.started(run);
    if (timeout == null) {
      return run.run(call);
    }
    Future<?> alarm = timers.after(timeout, () -> run.stop(Stop.TIMEOUT));
    try {
      return run.run(call);
    } finally {
      alarm.cancel(false);
    }
  }

  private Handler.Call bind(Optional<Json> input, ExecutionId id) {
    return handler.bind(
        input.orElseThrow(() -> new IllegalStateException("The input of job " + id + " is gone")));
  }
}
