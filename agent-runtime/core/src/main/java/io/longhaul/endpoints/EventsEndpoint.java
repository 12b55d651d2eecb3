package io.longhaul.endpoints;

import io.longhaul.http.Endpoint;
import io.longhaul.http.EventStream;
import io.longhaul.http.Exchange;
import io.longhaul.http.Operation;
import io.longhaul.http.Operation.Parameter;
import io.longhaul.http.Operation.Reply;
import io.longhaul.http.ProblemType;
import io.longhaul.jobs.Executions;
import io.longhaul.jobs.Job;
import io.longhaul.lifecycle.ServicePhase;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Follows a job until its end: an event for each change, beginning with the job as it is. The event
 * id is the job's version.
 */
final class EventsEndpoint implements Endpoint {

  static final Operation OPERATION =
      Operation.of(
              "followJob",
              "Jobs",
              "Follow a job until its end, by server-sent events whose data is the job",
              Reply.of(200, "Events, until the job has ended.", "text/event-stream"),
              Reply.empty(204, "The job has ended, and the listener has seen its end."))
          .with(
              Parameters.JOB_ID,
              new Parameter(
                  "header",
                  "Last-Event-ID",
                  "LastEventId",
                  "The last event seen, as browsers send it when they connect again."))
          .failing(ProblemType.UNKNOWN_JOB, ProblemType.NOT_SERVING, ProblemType.STORE_AWAY);

  private static final Duration SILENCE = Duration.ofSeconds(15);

  private final Executions executions;
  private final ServicePhase phase;

  EventsEndpoint(Executions executions, ServicePhase phase) {
    this.executions = executions;
    this.phase = phase;
  }

  @Override
  public void answer(Exchange exchange) throws Exception {
    Job job = JobPath.require(executions.find(JobPath.id(exchange)));
    if (job.state().isTerminal() && seen(exchange.header("Last-Event-ID")) >= job.version()) {
      // 204 is what makes an EventSource stop connecting again
      exchange.empty(204);
      return;
    }
    Thread listener = Thread.currentThread();
    Runnable end = listener::interrupt;
    phase.whenStopping(end);
    try {
      follow(exchange, job);
    } catch (InterruptedException _) {
      // the service stops: the listener connects again, elsewhere
    } finally {
      phase.forget(end);
      // the thread may have been told in the meantime, and an interrupt would break the answer off
      Thread.interrupted();
    }
  }

  private void follow(Exchange exchange, Job first) throws IOException, InterruptedException {
    EventStream events = exchange.stream();
    @Nullable Job job = first;
    send(exchange, events, first);
    while (job != null && !job.state().isTerminal()) {
      long version = job.version();
      job = executions.await(job.id(), version, SILENCE).orElse(null);
      if (job != null && job.version() > version) {
        send(exchange, events, job);
      } else {
        events.comment("still there");
      }
    }
  }

  private static void send(Exchange exchange, EventStream events, Job job) throws IOException {
    events.event(Long.toString(job.version()), "job", exchange.write(JobView.of(job)));
  }

  private static long seen(@Nullable String lastEventId) {
    return lastEventId != null && lastEventId.matches("[0-9]{1,18}")
        ? Long.parseLong(lastEventId)
        : -1;
  }
}
