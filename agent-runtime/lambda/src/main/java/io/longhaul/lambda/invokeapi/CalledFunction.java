package io.longhaul.lambda.invokeapi;

import io.longhaul.handler.Handler;
import io.longhaul.http.Exchange;
import io.longhaul.jobs.Executions;
import io.longhaul.lambda.calls.CallOptions;
import io.longhaul.lambda.calls.Invocable;
import io.longhaul.manifest.Manifest;
import java.io.IOException;
import java.time.Clock;
import tools.jackson.databind.json.JsonMapper;

/** The agent as callers of the Lambda API know it: a function with names, and its errors. */
record CalledFunction(
    FunctionNames names,
    Invocable handler,
    Executions executions,
    Options options,
    FunctionErrors errors) {

  static CalledFunction of(
      Manifest manifest, Handler handler, Executions executions, JsonMapper mapper, Clock clock) {
    return new CalledFunction(
        FunctionNames.of(manifest),
        Invocable.of(handler),
        executions,
        new Options(mapper, clock),
        new FunctionErrors(manifest.jobs().timeout()));
  }

  /** Refuses calls of every other function. */
  void requireNamed(Exchange exchange) {
    names.require(exchange.variable("name"));
  }

  /** Reads a call. */
  InvokeCall read(Exchange exchange, CallOptions wanted) throws IOException {
    return InvokeCall.of(exchange, handler, wanted);
  }

  /** Takes an event as a job, and answers 202 when it is stored. */
  void accept(Exchange exchange) throws IOException {
    var job = executions.submit(read(exchange, CallOptions.NONE).asJob());
    exchange.with(RequestId.HEADER, job.id().toString()).empty(202);
  }

  /** Answers that the caller could call it; runs nothing. */
  void acceptDry(Exchange exchange) throws IOException {
    exchange.with(RequestId.HEADER, RequestId.ofNothing()).empty(204);
  }
}
