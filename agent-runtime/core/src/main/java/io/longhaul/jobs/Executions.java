package io.longhaul.jobs;

import io.longhaul.handler.Handler;
import io.longhaul.handler.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The front door: accepts calls, runs them, and answers about jobs. Every method may block; call it
 * on virtual threads. Every method may throw {@link Refused}.
 *
 * <p>What is promised: an accepted job ends, whatever is killed; at most one worker's result
 * counts; delivery is at least once, and the attempt number says so.
 */
public final class Executions {

  private final Engine engine;
  private final JobStore store;

  /**
   * Puts the engine together; nothing runs before {@link #start()}.
   *
   * @param handler binds inputs that were stored
   * @param mapper writes and reads checkpoints
   * @param store closed by {@link #drain}
   * @param queue closed by {@link #drain}
   * @param outcomes tells the ends of Event invocations
   * @param listeners are told what happens; none costs nothing
   */
  public Executions(
      EngineSettings settings,
      Handler handler,
      JsonMapper mapper,
      JobStore store,
      JobQueue queue,
      EventOutcomes outcomes,
      Clock clock,
      List<ExecutionListener> listeners) {
    this.engine = new Engine(settings, handler, mapper, store, queue, outcomes, clock, listeners);
    this.store = store;
  }

  /** Begins to take calls and to run jobs, those of dead workers first met included. */
  public void start() {
    engine.start();
  }

  /**
   * Stops for good: takes nothing new, tells handlers, and waits for them. Who still runs then is
   * interrupted; a job whose handler returns within the grace is handed back with its checkpoint,
   * without counting as failed; every other is left to its lease. Closes store and queue.
   *
   * @param wait for handlers to end by themselves
   */
  public void drain(Duration wait) throws InterruptedException {
    engine.drain(wait);
  }

  /** Runs a call and waits for its end, or for its wait. */
  public Answer execute(ExecutionRequest request) throws InterruptedException {
    engine.requireServing();
    return engine.calls.execute(request);
  }

  /**
   * Accepts a call as a job, or as an Event invocation if it says so; returns once it is stored.
   */
  public Job submit(ExecutionRequest request) {
    engine.requireServing();
    return engine.submissions.accept(request, engine.attempts());
  }

  /** The job as it is now. */
  public Optional<Job> find(ExecutionId id) {
    return store.find(id);
  }

  /** The output of a job that succeeded; empty for every other. */
  public Optional<Json> result(ExecutionId id) {
    return store
        .find(id)
        .filter(job -> job.state() == JobState.SUCCEEDED)
        .flatMap(_ -> store.value(id, ValueKind.RESULT));
  }

  /** A page of jobs, newest first, older than {@code before}. */
  public JobPage list(@Nullable JobState state, int limit, @Nullable ExecutionId before) {
    // One more than asked for tells whether another page follows.
    var jobs = store.list(state, limit + 1, before);
    return jobs.size() <= limit
        ? new JobPage(jobs, null)
        : new JobPage(List.copyOf(jobs.subList(0, limit)), jobs.get(limit - 1).id());
  }

  /** Cancels; returns the job as it is then, which may still be running. */
  public Optional<Job> cancel(ExecutionId id) {
    return engine.commands.cancel(id);
  }

  /** Runs a failed or cancelled job again. */
  public Optional<Job> retry(ExecutionId id) {
    return engine.commands.retry(id);
  }

  /**
   * Waits until the job's version is above {@code version} or the time is over, whoever runs it;
   * the job as it is then.
   */
  public Optional<Job> await(ExecutionId id, long version, Duration time)
      throws InterruptedException {
    return engine.joins.await(id, version, time);
  }

  /** Executions that run now, synchronous ones and jobs. */
  public int running() {
    return engine.runs.count();
  }

  /** How many jobs there are; may lag and be expensive, so do not ask for every call. */
  public JobCounts counts() {
    return store.counts();
  }
}
