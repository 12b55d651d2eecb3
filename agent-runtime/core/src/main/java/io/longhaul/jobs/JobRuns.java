package io.longhaul.jobs;

import io.longhaul.handler.Handler;
import io.longhaul.handler.Json;
import java.util.Optional;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Takes jobs and runs their handlers, on the calling thread. */
final class JobRuns {

  private final Handler handler;
  private final Runs runs;
  private final Settler settler;
  private final Deliveries deliveries;
  private final Announcer announcer;
  private final Timers timers;
  private final Reports reports;
  private final Places places;
  private final EngineSettings settings;

  JobRuns(
      Handler handler,
      Runs runs,
      Settler settler,
      Deliveries deliveries,
      Announcer announcer,
      Timers timers,
      Reports reports,
      Places places,
      EngineSettings settings) {
    this.handler = handler;
    this.runs = runs;
    this.settler = settler;
    this.deliveries = deliveries;
    this.announcer = announcer;
    this.timers = timers;
    this.reports = reports;
    this.places = places;
    this.settings = settings;
  }

  /**
   * Takes a queued job, or one whose worker is dead, if it is still as it was seen, and runs it.
   *
   * @param slot given back as soon as the handler has ended
   */
  void take(Job seen, Ticket ticket, Slots.Slot slot) {
    var next = next(seen);
    var input = runs.records().value(seen.id(), ValueKind.INPUT);
    var run = runs.begin(seen.id(), next.attempt());
    if (run == null) {
      return; // an attempt that lost its lease and ignores its interrupt still runs here
    }
    boolean ours = false;
    try {
      ours = claimed(seen, next);
    } finally {
      if (!ours || next.state() != JobState.RUNNING) {
        runs.end(run);
      }
    }
    if (ours && next.state() == JobState.RUNNING) {
      var lease = new Lease(runs.records(), next, ticket);
      run(run, lease, slot, context -> bind(input, next.id()).run(context));
    } else if (ours) {
      announcer.endedAside(next);
      slot.close(); // telling an end may take long
      deliveries.settle(next, ticket);
    }
  }

  /** Whether the job became what it shall be; if not, somebody else was faster. */
  private boolean claimed(Job seen, Job next) {
    var stored = runs.records().replace(seen, next, lost(seen, next));
    if (stored.isEmpty() || !stored.get().equals(next)) {
      return false; // the ticket comes back and finds what they did
    }
    if (seen.state() == JobState.RUNNING) {
      announcer.takenOver(seen);
    }
    return true;
  }

  /** The report of a worker that was lost once too often. */
  private @Nullable Value lost(Job seen, Job next) {
    var error = next.error();
    return seen.state() == JobState.RUNNING && next.state() == JobState.FAILED && error != null
        ? reports.of(next, error, null)
        : null;
  }

  private Job next(Job seen) {
    if (seen.state() == JobState.RUNNING) {
      return runs.steps().takenOver(seen);
    }
    return runs.steps().tooOld(seen) ? runs.steps().givenUp(seen) : runs.steps().taken(seen);
  }

  /** Runs a job under a lease that this worker holds. */
  void run(Run run, Lease lease, Slots.Slot slot, Handler.Call call) {
    run.hold(lease);
    Ending ending;
    try (slot) {
      ending = settings.jobsTakePlaces() ? placed(run, call) : attempt(run, call);
    }
    run.close();
    settler.settle(run, lease, ending);
  }

  private Ending placed(Run run, Handler.Call call) {
    places.takeForJob();
    try {
      return attempt(run, call);
    } finally {
      places.leave();
    }
  }

  /** Runs a handler within the time limit. */
  Ending attempt(Run run, Handler.Call call) {
    announcer.started(run);
    var timeout = settings.timeout();
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
