package io.longhaul.endpoints;

import io.longhaul.http.Endpoint;
import io.longhaul.http.Exchange;
import io.longhaul.http.Operation;
import io.longhaul.http.Operation.Reply;
import io.longhaul.http.ProblemType;
import io.longhaul.jobs.Executions;

/** Cancels a job. */
final class CancelEndpoint implements Endpoint {

  static final Operation OPERATION =
      Operation.of(
              "cancelJob",
              "Jobs",
              "Cancel a job",
              Reply.json(202, "Asked to stop; cancelled once it has stopped.", "Job"))
          .with(Parameters.JOB_ID)
          .failing(
              ProblemType.UNKNOWN_JOB,
              ProblemType.WRONG_STATE,
              ProblemType.NOT_SERVING,
              ProblemType.STORE_AWAY);

  private final Executions executions;

  CancelEndpoint(Executions executions) {
    this.executions = executions;
  }

  @Override
  public void answer(Exchange exchange) throws Exception {
    exchange.json(202, JobView.of(JobPath.require(executions.cancel(JobPath.id(exchange)))));
  }
}
