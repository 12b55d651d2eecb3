package io.longhaul.jobs;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Accepts jobs: an accepted one is stored, with its ticket, when this returns. With an exclusive
 * store a job for which a slot is free and which overtakes nobody is stored as running at once:
 * that saves a commit, and after a power cut its attempt has honestly begun.
 */
final class Submissions {

  private final Ids ids;
  private final Runs runs;
  private final JobQueue queue;
  private final Slots slots;
  private final JobRuns jobs;
  private final Duration announced;

  Submissions(Ids ids, Runs runs, JobQueue queue, Slots slots, JobRuns jobs, Duration lease) {
    this.ids = ids;
    this.runs = runs;
    this.queue = queue;
    this.slots = slots;
    this.jobs = jobs;
    this.announced = lease.multipliedBy(2);
  }

  Job accept(ExecutionRequest request, int maxFailures) {
    var steps = runs.steps();
    var job =
        request.event()
            ? steps.queuedEvent(ids.next(), maxFailures)
            : steps.queued(ids.next(), maxFailures);
    var slot = runs.records().exclusive() ? slots.tryTake() : null;
    if (slot == null) {
      return queued(job, request);
    }
    if (queue.depth().visible() > 0) {
      slot.close();
      return queued(job, request);
    }
    return started(job, request, slot);
  }

  /** What a creation means to who asked for it; null if the job is new. */
  @Nullable Job known(Creation creation, ExecutionRequest request) {
    return switch (creation) {
      case Creation.Created _ -> null;
      case Creation.Repeated(var job) -> {
        announceAgain(job);
        yield job;
      }
      case Creation.Mismatched _ ->
          throw new Refused.KeyReused(
              "The idempotency key '"
                  + Failures.clean(request.idempotencyKey())
                  + "' was used with another body: send the same body, or another key");
    };
  }

  static @Nullable KeyUse key(ExecutionRequest request) {
    var key = request.idempotencyKey();
    return key == null ? null : KeyUse.of(request.caller(), request.path(), key, request.input());
  }

  private Job queued(Job job, ExecutionRequest request) {
    var creation = runs.records().create(job, request.input(), key(request));
    var known = known(creation, request);
    if (known == null) {
      queue.send(job.id(), Duration.ZERO);
    }
    return known == null ? job : known;
  }

  private Job started(Job job, ExecutionRequest request, Slots.Slot slot) {
    var running = runs.steps().taken(job);
    var run = runs.beginNew(running.id());
    boolean ours = false;
    try {
      var known = known(runs.records().create(running, request.input(), key(request)), request);
      ours = known == null;
      if (known != null) {
        return known;
      }
    } finally {
      if (!ours) {
        runs.end(run);
        slot.close();
      }
    }
    var lease = new Lease(runs.records(), running, null);
    Thread.ofVirtual()
        .name("longhaul-job-" + job.id())
        .start(() -> jobs.run(run, lease, slot, request.call()));
    return running;
  }

  /** The first sender may have died between the job and its ticket. */
  private void announceAgain(Job job) {
    if (!job.state().isTerminal() && !runs.records().exclusive()) {
      queue.send(job.id(), job.state() == JobState.RUNNING ? announced : Duration.ZERO);
    }
  }
}
