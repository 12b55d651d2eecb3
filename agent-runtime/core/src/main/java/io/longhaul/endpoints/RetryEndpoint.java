package io.longhaul.endpoints;

import io.longhaul.http.Endpoint;
import io.longhaul.http.Exchange;
import io.longhaul.http.Operation;
import io.longhaul.http.Operation.Reply;
import io.longhaul.http.ProblemType;
import io.longhaul.jobs.Executions;
import io.longhaul.jobs.Job;

/** Runs a failed or cancelled job again. */
final class RetryEndpoint implements Endpoint {

  static final Operation OPERATION =
      Operation.of(
              "retryJob",
              "Jobs",
              "Run a failed or cancelled job again",
              Reply.json(202, "It is queued again.", "Job", "Location"))
          .with(Parameters.JOB_ID)
          .failing(
              ProblemType.UNKNOWN_JOB,
              ProblemType.WRONG_STATE,
              ProblemType.NOT_SERVING,
              ProblemType.STORE_AWAY);

  private final Executions executions;

  RetryEndpoint(Executions executions) {
    this.executions = executions;
  }

  @Override
  public void answer(Exchange exchange) throws Exception {
    Job job = JobPath.require(executions.retry(JobPath.id(exchange)));
    exchange.with("Location", exchange.link("/jobs/" + job.id())).json(202, JobView.of(job));
  }
}
