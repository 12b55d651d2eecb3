package io.longhaul.jobs;

import io.longhaul.jobs.Ending.Returned;
import io.longhaul.jobs.Ending.Threw;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of a job whose handler has ended. */
final class Settlement {

  private final Steps steps;
  private final Backoff backoff;
  private final @Nullable Duration timeout;
  private final Reports reports;

  Settlement(Steps steps, EngineSettings settings, Reports reports) {
    this.steps = steps;
    this.reports = reports;
    this.backoff = new Backoff(settings.backoff());
    this.timeout = settings.timeout();
  }

  /** How one ending is settled. */
  sealed interface Verdict {

    /** It succeeded, unless somebody asked to cancel. */
    record Succeeded(Value result) implements Verdict {}

    /** It failed, for good if {@code permanent}. */
    record Failed(Failure failure, @Nullable Throwable cause, boolean permanent)
        implements Verdict {}

    /** The service stops, and it stopped for that. */
    record HandedBack() implements Verdict {}
  }

  Verdict judge(Ending ending, @Nullable Stop stop, boolean draining) {
    if (stop == Stop.TIMEOUT && timeout != null) {
      var cause = ending instanceof Threw(var thrown) ? thrown : null;
      return new Verdict.Failed(
          Failures.timeout(timeout), cause, cause != null && Failures.isPermanent(cause));
    }
    return switch (ending) {
      case Returned(var result) -> new Verdict.Succeeded(new Value(ValueKind.RESULT, result));
      case Threw(var thrown) when Failures.isPermanent(thrown) ->
          new Verdict.Failed(Failures.of(thrown), thrown, true);
      case Threw _ when draining -> new Verdict.HandedBack();
      case Threw(var thrown) -> new Verdict.Failed(Failures.of(thrown), thrown, false);
    };
  }

  /** The change that carries out a verdict, on the job as it is. */
  Lease.Change carryOut(Verdict verdict, Job job, @Nullable Progress progress) {
    if (job.cancelRequested()) {
      return new Lease.Change(steps.cancelled(job, progress));
    }
    return switch (verdict) {
      case Verdict.Succeeded(var result) ->
          new Lease.Change(steps.succeeded(job, progress), result);
      case Verdict.HandedBack _ -> new Lease.Change(steps.handedBack(job, progress));
      case Verdict.Failed failed ->
          new Lease.Change(
              failed(failed, job, progress), reports.of(job, failed.failure, failed.cause));
    };
  }

  private Job failed(Verdict.Failed failed, Job job, @Nullable Progress progress) {
    if (failed.permanent || job.failures() + 1 >= job.maxFailures()) {
      return steps.failed(job, failed.failure, progress);
    }
    var pause = backoff.after(job.failures() + 1);
    var again = steps.requeued(job, failed.failure, pause, progress);
    return steps.tooOld(again) ? steps.givenUp(again) : again;
  }
}
