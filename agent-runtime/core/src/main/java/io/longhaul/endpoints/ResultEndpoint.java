package io.longhaul.endpoints;

import io.longhaul.http.Endpoint;
import io.longhaul.http.Exchange;
import io.longhaul.http.Operation;
import io.longhaul.http.Operation.Reply;
import io.longhaul.http.Problem;
import io.longhaul.http.ProblemType;
import io.longhaul.jobs.Executions;
import io.longhaul.jobs.Job;

/** Answers the output of a job. */
final class ResultEndpoint implements Endpoint {

  static final Operation OPERATION =
      Operation.of(
              "getJobResult",
              "Jobs",
              "The output of a job",
              Reply.json(200, "The agent's bare output.", "AgentOutput"))
          .with(Parameters.JOB_ID)
          .failing(
              ProblemType.UNKNOWN_JOB,
              ProblemType.NO_RESULT,
              ProblemType.NOT_SERVING,
              ProblemType.STORE_AWAY);

  private final Executions executions;

  ResultEndpoint(Executions executions) {
    this.executions = executions;
  }

  @Override
  public void answer(Exchange exchange) throws Exception {
    Job job = JobPath.require(executions.find(JobPath.id(exchange)));
    var result = executions.result(job.id()).orElseThrow(() -> none(job));
    exchange.written(200, result.utf8());
  }

  private static Problem none(Job job) {
    var error = job.error();
    String why =
        "The job is %s%s."
            .formatted(JobView.word(job.state()), error == null ? "" : ": " + error.message());
    String wayOut =
        job.state().isTerminal()
            ? " POST to its /retry to run it again."
            : " Ask again, or follow its /events.";
    return new Problem(ProblemType.NO_RESULT, why + wayOut).execution(job.id());
  }
}
