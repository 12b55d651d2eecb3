package io.longhaul.lambda.invokeapi;

import io.longhaul.handler.Handler;
import io.longhaul.http.Exchange;
import io.longhaul.jobs.Executions;
import io.longhaul.lambda.calls.CallOptions;
import io.longhaul.lambda.calls.Invocable;
import java.io.IOException;

/** Takes an event as a job, and answers 202 when it is stored. */
final class Acceptance {

  private final Executions executions;
  private final Handler handler;

  Acceptance(Executions executions, Handler handler) {
    this.executions = executions;
    this.handler = handler;
  }

  void answer(Exchange exchange) throws IOException {
    var job =
        executions.submit(Invocation.of(exchange, Invocable.of(handler), CallOptions.NONE).asJob());
    exchange.with(RequestId.HEADER, job.id().toString()).empty(202);
  }
}
