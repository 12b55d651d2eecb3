package io.longhaul.lambda.invokeapi;

import io.longhaul.http.Endpoint;
import io.longhaul.http.Exchange;
import io.longhaul.http.Operation;
import io.longhaul.http.Operation.Parameter;
import io.longhaul.http.Operation.Reply;
import io.longhaul.http.ProblemType;
import io.longhaul.jobs.Answer;
import java.io.IOException;
import java.util.Base64;

/** The operation Invoke. It holds the connection for as long as the function runs. */
final class InvokeEndpoint implements Endpoint {

  static final String PATTERN = "/2015-03-31/functions/{name}/invocations";

  static final String VERSION = "X-Amz-Executed-Version";

  private static final String ERROR = "X-Amz-Function-Error";
  private static final String LOG = "X-Amz-Log-Result";

  static final Parameter NAME =
      new Parameter(
          "path", "name", "FunctionName", "The function's name or ARN; a qualifier is read over.");

  static final Operation OPERATION =
      Operation.of(
              "invokeFunction",
              "Lambda",
              "Run the agent as AWS's Invoke does",
              Reply.json(
                  200,
                  "It ended; X-Amz-Function-Error says that it failed.",
                  "FunctionAnswer",
                  RequestId.HEADER,
                  VERSION,
                  Options.TRACE,
                  ERROR,
                  LOG),
              Reply.empty(202, "The event was taken as a job."),
              Reply.empty(204, "The caller could invoke the function."))
          .with(
              NAME,
              new Parameter(
                  "header",
                  InvocationType.HEADER,
                  "InvocationType",
                  "Wait for the answer, take an event, or only look whether it could run."),
              new Parameter(
                  "header", Options.LOG_TYPE, "LogType", "Tail: with the end of the call's log."),
              new Parameter("query", "Qualifier", "Qualifier", "Read over: there is one version."))
          .taking("AgentInput")
          .failing(
              ProblemType.UNKNOWN_PATH,
              ProblemType.INVALID_PARAMETER,
              ProblemType.INVALID_INPUT,
              ProblemType.KEY_REUSED,
              ProblemType.BUSY,
              ProblemType.NOT_SERVING,
              ProblemType.STORE_AWAY);

  private final CalledFunction function;
  private final RetriedCalls calls;

  InvokeEndpoint(CalledFunction function, RetriedCalls calls) {
    this.function = function;
    this.calls = calls;
  }

  @Override
  public void answer(Exchange exchange) throws Exception {
    function.requireNamed(exchange);
    switch (InvocationType.of(exchange)) {
      case REQUEST_RESPONSE -> respond(exchange);
      case EVENT -> function.accept(exchange);
      case DRY_RUN -> function.acceptDry(exchange);
    }
  }

  private void respond(Exchange exchange) throws IOException, InterruptedException {
    var trace = function.options().trace(exchange);
    var wanted = function.options().of(exchange, trace, null);
    var call = function.read(exchange, wanted);
    var answered =
        calls.answer(
            call,
            () -> new Answered(function.executions().execute(call.held()), trace, wanted.tail()));
    Answer answer = answered.answer();
    exchange
        .with(RequestId.HEADER, answer.id().toString())
        .with(VERSION, "$LATEST")
        .with(Options.TRACE, answered.trace());
    if (wanted.tail() != null && answered.log().length > 0) {
      exchange.with(LOG, Base64.getEncoder().encodeToString(answered.log()));
    }
    if (answer instanceof Answer.Succeeded succeeded) {
      exchange.written(200, succeeded.result().utf8());
    } else {
      exchange.with(ERROR, "Unhandled").written(200, function.errors().report(answer, exchange));
    }
  }
}
