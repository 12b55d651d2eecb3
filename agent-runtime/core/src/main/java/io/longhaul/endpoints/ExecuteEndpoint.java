package io.longhaul.endpoints;

import io.longhaul.handler.Handler;
import io.longhaul.handler.Json;
import io.longhaul.http.Endpoint;
import io.longhaul.http.Exchange;
import io.longhaul.http.Operation;
import io.longhaul.http.Operation.Reply;
import io.longhaul.http.ProblemType;
import io.longhaul.jobs.Answer;
import io.longhaul.jobs.ExecutionRequest;
import io.longhaul.jobs.Executions;
import io.longhaul.jobs.Job;
import io.longhaul.jobs.JobState;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Runs the agent, and answers when it has ended, or with a job. */
final class ExecuteEndpoint implements Endpoint {

  static final Operation EXECUTE =
      operation("execute", "Run the agent", Reply.json(200, "It succeeded.", "Execution"));

  static final Operation INVOCATIONS =
      operation(
          "invocations",
          "Run the agent; the answer is its bare output",
          Reply.json(200, "It succeeded.", "AgentOutput"));

  private final Executions executions;
  private final Handler handler;
  private final @Nullable Duration wait;
  private final OutputForm form;

  /**
   * Serves.
   *
   * @param wait how long a call is held where the caller does not say; null = until the end
   */
  ExecuteEndpoint(
      Executions executions, Handler handler, @Nullable Duration wait, OutputForm form) {
    this.executions = executions;
    this.handler = handler;
    this.wait = wait;
    this.form = form;
  }

  private static Operation operation(String id, String summary, Reply reply) {
    return Operation.of(
            id,
            "Executions",
            summary,
            reply,
            Reply.json(
                202, "It goes on as a job.", "AcceptedJob", "Location", "Preference-Applied"))
        .with(Parameters.PREFER, Parameters.IDEMPOTENCY_KEY)
        .taking("AgentInput")
        .failing(
            ProblemType.INVALID_PARAMETER,
            ProblemType.EXECUTION_CANCELLED,
            ProblemType.INVALID_INPUT,
            ProblemType.KEY_REUSED,
            ProblemType.BUSY,
            ProblemType.EXECUTION_FAILED,
            ProblemType.WORKER_LOST,
            ProblemType.NOT_SERVING,
            ProblemType.STORE_AWAY,
            ProblemType.EXECUTION_TIMED_OUT);
  }

  @Override
  public void answer(Exchange exchange) throws Exception {
    Json input = exchange.body();
    Preferences preferences = Preferences.of(exchange.headers("Prefer"));
    var request =
        new ExecutionRequest(
            input,
            handler.bind(input),
            exchange.caller(),
            exchange.path(),
            IdempotencyKey.of(exchange),
            preferences.waits() == null ? wait : preferences.waits());
    if (preferences.atOnce()) {
      accepted(exchange, executions.submit(request), JobState.QUEUED, preferences);
    } else {
      ended(exchange, executions.execute(request), preferences);
    }
  }

  private void ended(Exchange exchange, Answer answer, Preferences preferences) throws IOException {
    switch (answer) {
      case Answer.Succeeded succeeded -> {
        applied(exchange, preferences.applied(false));
        form.send(exchange, succeeded);
      }
      case Answer.StillRunning running ->
          accepted(exchange, running.job(), JobState.RUNNING, preferences);
      case Answer.Failed failed -> throw ExecutionProblems.of(failed);
      case Answer.Cancelled cancelled -> throw ExecutionProblems.of(cancelled);
    }
  }

  /** Snake case on the wire, in this order. */
  private record Accepted(String jobId, String status) {}

  /** A job that has not ended is told as it was accepted, however fast it has moved since. */
  private static void accepted(
      Exchange exchange, Job job, JobState asAccepted, Preferences preferences) throws IOException {
    JobState state = job.state().isTerminal() ? job.state() : asAccepted;
    applied(exchange, preferences.applied(true));
    exchange
        .with("Location", exchange.link("/jobs/" + job.id()))
        .json(202, new Accepted(job.id().toString(), JobView.word(state)));
  }

  private static void applied(Exchange exchange, @Nullable String preference) {
    if (preference != null) {
      exchange.with("Preference-Applied", preference);
    }
  }
}
