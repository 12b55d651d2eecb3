package io.longhaul.jobs;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the listeners; costs nothing when there is none. */
final class Announcer {

  private static final Logger log = LoggerFactory.getLogger(Announcer.class);

  private final List<ExecutionListener> listeners;

  Announcer(List<ExecutionListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  void started(Run run) {
    if (!listeners.isEmpty()) {
      tell(run, ExecutionListener::started);
    }
  }

  void succeeded(Run run) {
    if (!listeners.isEmpty()) {
      tell(run, ExecutionListener::succeeded);
    }
  }

  void failed(Run run, Failure failure, @Nullable Throwable cause) {
    tell(run, (listener, execution) -> listener.failed(execution, failure, cause));
  }

  void cancelled(Run run) {
    tell(run, ExecutionListener::cancelled);
  }

  void leaseLost(Run run) {
    tell(run, ExecutionListener::leaseLost);
  }

  void handedBack(Run run) {
    tell(run, ExecutionListener::handedBack);
  }

  /** What became of a job, by its handler's end. */
  void settled(Run run, Job job, Settlement.Verdict verdict) {
    switch (verdict) {
      case Settlement.Verdict.Failed(var failure, var cause, _)
          when job.state() == JobState.QUEUED ->
          tell(
              run,
              (listener, execution) -> listener.retried(execution, failure, cause, job.dueAt()));
      case Settlement.Verdict.Failed(var failure, var cause, _)
          when job.state() == JobState.FAILED ->
          failed(run, Objects.requireNonNullElse(job.error(), failure), cause);
      case Settlement.Verdict.HandedBack _ when job.state() == JobState.QUEUED -> handedBack(run);
      default -> {
        if (job.state() == JobState.CANCELLED) {
          cancelled(run);
        } else {
          succeeded(run);
        }
      }
    }
  }

  /** A dead worker's job, as it was when this worker met it. */
  void takenOver(Job dead) {
    var execution = new Execution(dead.id(), dead.attempt(), true, Duration.ZERO);
    each(listener -> listener.leaseLost(execution));
  }

  void recordRejected(Job ended) {
    var execution = new Execution(ended.id(), ended.attempt(), true, Duration.ZERO);
    each(listener -> listener.recordRejected(execution));
  }

  /** A job that ended without a handler. */
  void endedAside(Job job) {
    var execution = new Execution(job.id(), job.attempt(), true, Duration.ZERO);
    var error = job.error();
    each(listener -> {
      if (error != null) {
        listener.failed(execution, error, null);
      } else {
        listener.cancelled(execution);
      }
    });
  }

  private void tell(Run run, BiConsumer<ExecutionListener, Execution> message) {
    var execution =
        new Execution(
            run.id(), run.attempt(), run.lease() != null, Duration.ofNanos(run.ranNanos()));
    each(listener -> message.accept(listener, execution));
  }

  private void each(Consumer<ExecutionListener> message) {
    for (var listener : listeners) {
      try {
        message.accept(listener);
      } catch (RuntimeException e) {
        log.warn("A listener of executions failed; the execution goes on", e);
      }
    }
  }
}
