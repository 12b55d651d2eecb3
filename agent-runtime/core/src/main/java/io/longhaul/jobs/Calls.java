package io.longhaul.jobs;

import io.longhaul.handler.Json;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Synchronous calls. One without a key that ends within its wait touches no store; one that has
 * neither a wait nor a time limit runs on its caller's thread, which costs nothing.
 */
final class Calls {

  private static final Logger log = LoggerFactory.getLogger(Calls.class);

  /** How long an interrupted handler gets before its caller is told without it. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  private final Ids ids;
  private final Runs runs;
  private final Places places;
  private final JobRuns jobs;
  private final Settler settler;
  private final Submissions submissions;
  private final Joins joins;
  private final Announcer announcer;
  private final JobQueue queue;
  private final EngineSettings settings;

  Calls(
      Ids ids,
      Runs runs,
      Places places,
      JobRuns jobs,
      Settler settler,
      Submissions submissions,
      Joins joins,
      Announcer announcer,
      JobQueue queue,
      EngineSettings settings) {
    this.ids = ids;
    this.runs = runs;
    this.places = places;
    this.jobs = jobs;
    this.settler = settler;
    this.submissions = submissions;
    this.joins = joins;
    this.announcer = announcer;
    this.queue = queue;
    this.settings = settings;
  }

  Answer execute(ExecutionRequest request) throws InterruptedException {
    long began = System.nanoTime();
    if (!places.enter(request.waits())) {
      // It outlived its wait in the line: it goes on as a job, and no wait is left.
      var job = accepted(request);
      if (job != null) {
        return joins.now(job);
      }
      var _ = places.enter(null);
    }
    Started started;
    try {
      started = request.idempotencyKey() == null ? unrecorded() : recorded(request);
    } catch (RuntimeException e) {
      places.leave();
      throw e;
    }
    return switch (started) {
      case Started.Known(var job) -> {
        places.leave();
        yield joins.join(job, left(request, began));
      }
      case Started.Here(var run) -> run(run, request, began);
    };
  }

  /** Null if it cannot be written down now: then its caller waits on. */
  private @Nullable Job accepted(ExecutionRequest request) {
    try {
      return submissions.accept(request, 1);
    } catch (Refused.StoreAway away) {
      if (request.idempotencyKey() != null) {
        throw away;
      }
      log.warn("A call keeps its caller waiting: {}", away.getMessage());
      return null;
    }
  }

  /** Whether a call runs here, or its key is known already. */
  private sealed interface Started {
    record Here(Run run) implements Started {}

    record Known(Job job) implements Started {}
  }

  private Started unrecorded() {
    return new Started.Here(runs.beginNew(ids.next()));
  }

  /** Its record stands before its handler starts, under this worker's lease. */
  private Started recorded(ExecutionRequest request) {
    var steps = runs.steps();
    var job = steps.taken(steps.queued(ids.next(), 1));
    var run = runs.beginNew(job.id());
    Job known = job;
    try {
      var creation = runs.records().create(job, request.input(), Submissions.key(request));
      known = submissions.known(creation, request);
    } finally {
      if (known != null) {
        runs.end(run);
      }
    }
    if (known != null) {
      return new Started.Known(known);
    }
    run.hold(new Lease(runs.records(), job, null));
    announceOrWarn(job.id());
    return new Started.Here(run);
  }

  /** Without its ticket the job is still found by the sweep, so the call goes on. */
  private void announceOrWarn(ExecutionId id) {
    try {
      announce(id);
    } catch (Refused.StoreAway away) {
      log.warn("Execution {} has no ticket yet: {}", id, away.getMessage());
    }
  }

  private Answer run(Run run, ExecutionRequest request, long began) throws InterruptedException {
    if (request.waits() == null && settings.timeout() == null) {
      return finish(run, request);
    }
    var answer = new CompletableFuture<Answer>();
    Thread.ofVirtual()
        .name("longhaul-call-" + run.id())
        .start(() -> {
          try {
            answer.complete(finish(run, request));
          } catch (Throwable e) {
            answer.completeExceptionally(e);
          }
        });
    return await(answer, run, request, left(request, began));
  }

  /** Runs the handler on this thread and gives back its place. */
  private Answer finish(Run run, ExecutionRequest request) throws InterruptedException {
    Ending ending;
    try {
      ending = jobs.attempt(run, request.call());
    } finally {
      places.leave();
    }
    var lease = run.close();
    if (lease == null) {
      runs.end(run);
      return answer(run, ending);
    }
    var settled = settler.settle(run, lease, ending);
    return joins.ended(run.id(), settled, ending);
  }

  /** As with jobs: a handler that gives up while the service drains has not failed. */
  private boolean stoppedBy(Run run, Throwable thrown) {
    return run.stop() == Stop.DRAIN || (runs.draining() && !Failures.isPermanent(thrown));
  }

  private Answer answer(Run run, Ending ending) {
    var timeout = settings.timeout();
    if (run.stop() == Stop.TIMEOUT && timeout != null) {
      return failed(run, Failures.timeout(timeout), null);
    }
    return switch (ending) {
      case Ending.Returned(Json result) -> {
        announcer.succeeded(run);
        yield new Answer.Succeeded(run.id(), result);
      }
      case Ending.Threw(var thrown) when stoppedBy(run, thrown) -> {
        announcer.handedBack(run);
        throw new Refused.NotServing("The service stopped before the call was done");
      }
      case Ending.Threw(Throwable thrown) -> failed(run, Failures.of(thrown), thrown);
    };
  }

  private Answer failed(Run run, Failure failure, @Nullable Throwable cause) {
    announcer.failed(run, failure, cause);
    return new Answer.Failed(run.id(), failure, cause);
  }

  private Answer await(
      CompletableFuture<Answer> answer, Run run, ExecutionRequest request, @Nullable Duration waits)
      throws InterruptedException {
    var limit = settings.timeout();
    if (waits != null && (limit == null || waits.compareTo(limit) < 0)) {
      try {
        return get(answer, waits);
      } catch (TimeoutException _) {
        if (writtenDown(run, request)) {
          return joins.now(Objects.requireNonNull(run.lease()).job());
        }
      }
    }
    try {
      return get(answer, limit == null ? null : limit.plus(GRACE));
    } catch (TimeoutException _) {
      // Its handler ignores the interrupt; it keeps its place until it ends.
      return new Answer.Failed(run.id(), Failures.timeout(Objects.requireNonNull(limit)), null);
    }
  }

  /** Gives a call a record, running under this worker's lease; false if it ended or that failed. */
  private boolean writtenDown(Run run, ExecutionRequest request) {
    if (run.lease() != null) {
      return true;
    }
    try {
      boolean written = run.writeDown(() -> record(run, request));
      if (written) {
        announce(run.id());
      }
      return written;
    } catch (RuntimeException e) {
      log.warn("Execution {} keeps its caller waiting: {}", run.id(), e.getMessage());
      return false;
    }
  }

  private Lease record(Run run, ExecutionRequest request) {
    var steps = runs.steps();
    var job = steps.taken(steps.queued(run.id(), 1));
    var _ = runs.records().create(job, request.input(), null);
    return new Lease(runs.records(), job, null);
  }

  /** The ticket that brings the job back if this worker dies. */
  private void announce(ExecutionId id) {
    if (!runs.records().exclusive()) {
      queue.send(id, settings.lease().multipliedBy(2));
    }
  }

  private static @Nullable Duration left(ExecutionRequest request, long began) {
    var waits = request.waits();
    if (waits == null) {
      return null;
    }
    var left = waits.minusNanos(System.nanoTime() - began);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private static Answer get(CompletableFuture<Answer> answer, @Nullable Duration longest)
      throws InterruptedException, TimeoutException {
    try {
      return longest == null ? answer.get() : answer.get(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case Refused refused -> throw refused;
        case InterruptedException interrupted -> throw interrupted;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }
}
