package io.longhaul.lambda.invokeapi;

import io.longhaul.handler.Handler;
import io.longhaul.handler.Json;
import io.longhaul.http.Exchange;
import io.longhaul.jobs.ExecutionRequest;
import io.longhaul.lambda.calls.CallOptions;
import io.longhaul.lambda.calls.Invocable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One call, as it was read.
 *
 * @param id what an SDK sends with a call and all its retries
 */
record InvokeCall(Json input, Handler.Call call, Exchange exchange, @Nullable String id) {

  private static final Json NO_PAYLOAD = Json.of("{}");

  /** SDKs call a payload octet-stream or give it no type at all, so only its content counts. */
  static InvokeCall of(Exchange exchange, Invocable function, CallOptions options)
      throws IOException {
    byte[] body = exchange.bytes();
    Json input = body.length == 0 ? NO_PAYLOAD : Json.of(body);
    return new InvokeCall(
        input, function.bind(input, options), exchange, exchange.header("amz-sdk-invocation-id"));
  }

  /** Without a key, and without a wait: callers of Lambda know no 202 that stands for an answer. */
  ExecutionRequest held() {
    return new ExecutionRequest(input, call, exchange.caller(), exchange.path(), null, null);
  }

  /** An Event invocation. The same id is the same job, however often an SDK sends it. */
  ExecutionRequest asJob() {
    return new ExecutionRequest(input, call, exchange.caller(), exchange.path(), id, null)
        .asEvent();
  }
}
