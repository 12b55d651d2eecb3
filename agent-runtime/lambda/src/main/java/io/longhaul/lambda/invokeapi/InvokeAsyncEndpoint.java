package io.longhaul.lambda.invokeapi;

import io.longhaul.http.Endpoint;
import io.longhaul.http.Exchange;
import io.longhaul.http.Operation;
import io.longhaul.http.Operation.Reply;
import io.longhaul.http.ProblemType;

/** The operation InvokeAsync, which AWS has deprecated and old callers still use. */
final class InvokeAsyncEndpoint implements Endpoint {

  /** The slash at the end is AWS's. */
  static final String PATTERN = "/2014-11-13/functions/{name}/invoke-async/";

  static final Operation OPERATION =
      Operation.of(
              "invokeFunctionAsync",
              "Lambda",
              "Take an event as AWS's InvokeAsync does",
              Reply.empty(202, "The event was taken as a job."))
          .with(InvokeEndpoint.NAME)
          .taking("AgentInput")
          .failing(
              ProblemType.UNKNOWN_PATH,
              ProblemType.INVALID_INPUT,
              ProblemType.KEY_REUSED,
              ProblemType.NOT_SERVING,
              ProblemType.STORE_AWAY);

  private final FunctionNames names;
  private final Acceptance acceptance;

  InvokeAsyncEndpoint(FunctionNames names, Acceptance acceptance) {
    this.names = names;
    this.acceptance = acceptance;
  }

  @Override
  public void answer(Exchange exchange) throws Exception {
    names.require(exchange.variable("name"));
    acceptance.answer(exchange);
  }
}
