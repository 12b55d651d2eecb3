package io.longhaul.jobs;

import io.longhaul.handler.Handler;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Puts the parts of the engine together, and starts and stops them. */
final class Engine {

  private static final Duration PROGRESS = Duration.ofMillis(500);
  private static final Duration RETENTION = Duration.ofMinutes(1);
  private static final Duration SWEEP = Duration.ofMinutes(5);

  final Runs runs;
  final Calls calls;
  final Submissions submissions;
  final Joins joins;
  final JobCommands commands;

  private final EngineSettings settings;
  private final JobStore store;
  private final JobQueue queue;
  private final Places places;
  private final Timers timers = new Timers();
  private final Worker worker;
  private final Settler settler;
  private final Renewals renewals;
  private final Housekeeping housekeeping;
  private final Deliveries deliveries;
  private volatile boolean serving;

  Engine(
      EngineSettings settings,
      Handler handler,
      JsonMapper mapper,
      JobStore store,
      JobQueue queue,
      EventOutcomes outcomes,
      Clock clock,
      List<ExecutionListener> listeners) {
    this.settings = settings;
    this.store = store;
    this.queue = queue;
    var lease = settings.lease();
    var changes = new Changes(store.exclusive());
    var steps =
        new Steps(
            clock,
            UUID.randomUUID().toString(),
            settings.retention(),
            settings.maxAge(),
            outcomes::awaited);
    var announcer = new Announcer(listeners);
    var ids = new Ids(clock);
    var slots = new Slots(settings.concurrency());
    places = new Places(settings.places(), settings.waiting());
    var records = new Records(store, changes);
    runs = new Runs(settings, clock, mapper, records, steps);
    deliveries = new Deliveries(records, steps, queue, outcomes, announcer, timers, clock, lease);
    var reports = new Reports(outcomes);
    var settlement = new Settlement(steps, settings, reports);
    settler = new Settler(settlement, runs, queue, deliveries, announcer, clock);
    var jobs =
        new JobRuns(
            handler, runs, settler, deliveries, announcer, timers, reports, places, settings);
    var watch = new Watch(runs, slots, jobs, System::nanoTime, lease);
    worker = new Worker(slots, queue, runs, jobs, deliveries, watch, clock, lease);
    submissions = new Submissions(ids, runs, queue, slots, jobs, lease);
    joins = new Joins(runs, changes);
    commands = new JobCommands(runs, queue, announcer);
    renewals = new Renewals(runs, queue, announcer, settings);
    housekeeping = new Housekeeping(store, queue, runs, deliveries, clock, lease);
    calls =
        new Calls(ids, runs, places, jobs, settler, submissions, joins, announcer, queue, settings);
  }

  void start() {
    if (store.exclusive()) {
      housekeeping.announceAll();
    }
    timers.every("progress", PROGRESS, renewals::writeProgress);
    if (!store.exclusive()) {
      timers.every("renewals", settings.lease().dividedBy(3), renewals::renew);
    }
    timers.every("retention", RETENTION, housekeeping::deleteExpired);
    timers.every("sweep", SWEEP, housekeeping::sweep);
    if (settings.concurrency() > 0) {
      worker.start();
    }
    serving = true;
  }

  int attempts() {
    return settings.attempts();
  }

  void requireServing() {
    if (!serving) {
      throw new Refused.NotServing(
          runs.draining()
              ? "The service is stopping and takes no new calls"
              : "The service is starting and takes no calls yet");
    }
  }

  /** As {@link Executions#drain}. */
  void drain(Duration wait) throws InterruptedException {
    serving = false;
    runs.drain();
    places.close();
    worker.stop();
    try {
      if (!runs.awaitNone(wait)) {
        runs.all().forEach(run -> run.stop(Stop.DRAIN));
        var _ = runs.awaitNone(settings.grace());
      }
      deliveries.awaitTries(settings.grace());
    } finally {
      settler.close();
      timers.stop();
      queue.close();
      store.close();
    }
  }
}
