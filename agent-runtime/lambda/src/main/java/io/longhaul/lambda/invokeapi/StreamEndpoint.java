package io.longhaul.lambda.invokeapi;

import io.longhaul.handler.Handler;
import io.longhaul.http.Endpoint;
import io.longhaul.http.Exchange;
import io.longhaul.http.Operation;
import io.longhaul.http.Operation.Parameter;
import io.longhaul.http.Operation.Reply;
import io.longhaul.http.Problem;
import io.longhaul.http.ProblemType;
import io.longhaul.jobs.ExecutionRequest;
import java.io.IOException;

/** The operation InvokeWithResponseStream: the answer goes out while the function runs. */
final class StreamEndpoint implements Endpoint {

  static final String PATTERN = "/2021-11-15/functions/{name}/response-streaming-invocations";

  static final Operation OPERATION =
      Operation.of(
              "invokeFunctionWithResponseStream",
              "Lambda",
              "Run the agent and get its answer in parts, as AWS's InvokeWithResponseStream does",
              Reply.of(
                  200, "Its parts, and how it ended, as AWS's event stream.", EventFrames.TYPE),
              Reply.empty(204, "The caller could invoke the function."))
          .with(
              InvokeEndpoint.NAME,
              new Parameter(
                  "header",
                  InvocationType.HEADER,
                  "InvocationType",
                  "Wait for the answer, or only look whether it could run; never Event."),
              new Parameter(
                  "header", Options.LOG_TYPE, "LogType", "Tail: with the end of the call's log."))
          .taking("AgentInput")
          .failing(
              ProblemType.UNKNOWN_PATH,
              ProblemType.INVALID_PARAMETER,
              ProblemType.INVALID_INPUT,
              ProblemType.BUSY,
              ProblemType.NOT_SERVING,
              ProblemType.STORE_AWAY);

  private final CalledFunction function;

  StreamEndpoint(CalledFunction function) {
    this.function = function;
  }

  @Override
  public void answer(Exchange exchange) throws Exception {
    function.requireNamed(exchange);
    switch (InvocationType.of(exchange)) {
      case REQUEST_RESPONSE -> stream(exchange);
      case DRY_RUN -> function.acceptDry(exchange);
      case EVENT ->
          throw new Problem(
              ProblemType.INVALID_PARAMETER,
              "An event has no answer that could be streamed: call Invoke with it.");
    }
  }

  private void stream(Exchange exchange) throws IOException, InterruptedException {
    try (var frames = new EventFrames(exchange, function.options().mapper())) {
      var trace = function.options().trace(exchange);
      exchange.with(Options.TRACE, trace);
      var wanted = function.options().of(exchange, trace, frames);
      var call = function.read(exchange, wanted);
      var answer = function.executions().execute(held(call, frames));
      frames.end(answer, function.errors(), wanted.tail());
    }
  }

  /** Its id stands in the head of the answer, which goes out with the first part. */
  private static ExecutionRequest held(InvokeCall call, EventFrames frames) {
    var held = call.held();
    Handler.Call named =
        context -> {
          frames.name(context.executionId());
          return held.call().run(context);
        };
    return new ExecutionRequest(held.input(), named, held.caller(), held.path(), null, null);
  }
}
