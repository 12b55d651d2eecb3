package io.longhaul.events;

import io.longhaul.agent.InvalidInput;
import io.longhaul.handler.Handler;
import io.longhaul.handler.Json;
import io.longhaul.handler.MalformedInput;
import io.longhaul.jobs.Answer;
import io.longhaul.jobs.Caller;
import io.longhaul.jobs.ExecutionRequest;
import io.longhaul.jobs.Executions;
import io.longhaul.jobs.Failure;
import io.longhaul.jobs.Refused;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The front door for events, for pollers and for the HTTP contract. There are two ways in:
 *
 * <ul>
 *   <li>{@link #accept} makes jobs. What was accepted may be deleted at once and ends whatever is
 *       killed; retries, checkpoints and runs of days are the job's. This is the usual way: a
 *       queue's visibility timeout, 12 hours at most, does not bound it.
 *   <li>{@link #run} runs once and tells which messages must come again. The queue keeps them
 *       meanwhile, so its order, its receive counts and its dead-letter queue hold, as on Lambda:
 *       the way for FIFO queues, whose messages must not overtake each other.
 * </ul>
 *
 * <p>Either way delivery is at least once: who deletes after the answer, and dies between the two,
 * sees the messages again. Safe for concurrent use; both may block.
 */
public final class EventDeliveries {

  private final EventShapes shapes;
  private final Handler handler;
  private final Executions executions;

  /** Delivers to a handler in its shapes. */
  public EventDeliveries(EventShapes shapes, Handler handler, Executions executions) {
    this.shapes = shapes;
    this.handler = handler;
    this.executions = executions;
  }

  /**
   * Runs every execution of the delivery, one after the other, and waits for each.
   *
   * @throws Refused if nothing of it could be run
   */
  public DeliveryReport run(Delivery delivery, Caller caller) throws InterruptedException {
    var report = new Parts();
    for (var run : shapes.runs(delivery)) {
      report.add(run, () -> ran(run, request(delivery, caller, run.input())));
    }
    return report.whole();
  }

  /**
   * Accepts every execution of the delivery as a job.
   *
   * @throws Refused if nothing of it could be accepted
   */
  public DeliveryReport accept(Delivery delivery, Caller caller) throws InterruptedException {
    var report = new Parts();
    for (var run : shapes.runs(delivery)) {
      report.add(
          run,
          () ->
              new DeliveryReport.Accepted(
                  executions.submit(request(delivery, caller, run.stored())), run.ids()));
    }
    return report.whole();
  }

  /** Without a key: a batch that comes again is hardly ever made up of the same messages. */
  private ExecutionRequest request(Delivery delivery, Caller caller, Json input) {
    return new ExecutionRequest(
        input, handler.bind(input), caller, "/events/" + delivery.source().word(), null, null);
  }

  private DeliveryReport.Part ran(EventRun run, ExecutionRequest request)
      throws InterruptedException {
    return switch (executions.execute(request)) {
      case Answer.Succeeded(var id, var result) ->
          new DeliveryReport.Ran(id, result, run.ids(), run.answers().again(result));
      case Answer.Failed failed ->
          new DeliveryReport.Failed(failed.id(), failed.failure(), run.ids());
      case Answer.Cancelled(var id) ->
          new DeliveryReport.Failed(
              id, new Failure("cancelled", "Somebody cancelled this execution"), run.ids());
      case Answer.StillRunning running ->
          throw new IllegalStateException("A call without a wait went on: " + running);
    };
  }

  /** Collects what became of each execution; one that is refused does not stop the others. */
  private static final class Parts {

    private final ArrayList<DeliveryReport.Part> parts = new ArrayList<>();
    private @Nullable Refused refused;
    private boolean anyTaken;

    /** Runs one execution. */
    @FunctionalInterface
    interface Work {
      DeliveryReport.Part run() throws InterruptedException;
    }

    void add(EventRun run, Work work) throws InterruptedException {
      try {
        parts.add(work.run());
        anyTaken = true;
      } catch (MalformedInput | InvalidInput unfit) {
        anyTaken = true;
        parts.add(unfit(run, unfit));
      } catch (Refused e) {
        refused = refused == null ? e : refused;
        parts.add(new DeliveryReport.Failed(null, failure("refused", e), run.ids()));
      }
    }

    DeliveryReport whole() {
      if (refused != null && !anyTaken) {
        throw refused;
      }
      return new DeliveryReport(parts);
    }

    private static DeliveryReport.Part unfit(EventRun run, RuntimeException thrown) {
      var failure = failure(Failure.INVALID_INPUT, thrown);
      return new DeliveryReport.Failed(
          null,
          thrown instanceof InvalidInput invalid
              ? new Failure(failure.type(), invalid.field() + ": " + failure.message())
              : failure,
          run.ids());
    }

    private static Failure failure(String type, RuntimeException thrown) {
      return new Failure(type, String.valueOf(thrown.getMessage()));
    }
  }
}
