package io.longhaul.lambda.invokeapi;

import io.longhaul.http.Endpoint;
import io.longhaul.http.Exchange;
import io.longhaul.http.Operation;
import io.longhaul.http.Operation.Reply;
import io.longhaul.http.ProblemType;

/** The operation InvokeAsync, which AWS has deprecated and old callers still use. */
final class InvokeAsyncEndpoint implements Endpoint {

  static final String PATTERN = "/2014-11-13/functions/{name}/invoke-async";

  /** AWS's pages and older SDKs end it with a slash. */
  static final String OLD_PATTERN = PATTERN + "/";

  static final Operation OPERATION = operation("invokeFunctionAsync");
  static final Operation OLD_OPERATION = operation("invokeFunctionAsyncOld");

  private static Operation operation(String id) {
    return Operation.of(
            id,
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
  }

  private final CalledFunction function;

  InvokeAsyncEndpoint(CalledFunction function) {
    this.function = function;
  }

  @Override
  public void answer(Exchange exchange) throws Exception {
    function.requireNamed(exchange);
    function.accept(exchange);
  }
}
