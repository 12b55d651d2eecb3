package io.longhaul.endpoints;

import io.longhaul.http.Endpoint;
import io.longhaul.http.Exchange;
import io.longhaul.http.Operation;
import io.longhaul.http.Operation.Reply;
import io.longhaul.http.ProblemType;
import io.longhaul.jobs.Executions;

/** Shows one job. */
final class JobEndpoint implements Endpoint {

  static final Operation OPERATION =
      Operation.of("getJob", "Jobs", "Show a job", Reply.json(200, "The job as it is now.", "Job"))
          .with(Parameters.JOB_ID)
          .failing(ProblemType.UNKNOWN_JOB, ProblemType.NOT_SERVING, ProblemType.STORE_AWAY);

  private final Executions executions;

  JobEndpoint(Executions executions) {
    this.executions = executions;
  }

  @Override
  public void answer(Exchange exchange) throws Exception {
    exchange.json(200, JobView.of(JobPath.require(executions.find(JobPath.id(exchange)))));
  }
}
