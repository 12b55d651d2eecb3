package io.longhaul.lambda.invokeapi;

import io.longhaul.handler.Json;
import io.longhaul.http.Exchange;
import io.longhaul.http.Problem;
import io.longhaul.http.ProblemType;
import io.longhaul.lambda.calls.CallOptions;
import io.longhaul.lambda.calls.LogTail;
import io.longhaul.lambda.calls.ResponseSink;
import io.longhaul.lambda.calls.TraceIds;
import java.time.Clock;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads from a call's headers what its caller wants beside the answer. */
record Options(JsonMapper mapper, Clock clock) {

  static final String LOG_TYPE = "X-Amz-Log-Type";
  static final String TRACE = "X-Amzn-Trace-Id";
  static final String CLIENT_CONTEXT = "X-Amz-Client-Context";

  /** What the function is told, and its caller with the answer. */
  String trace(Exchange exchange) {
    return TraceIds.of(exchange.header(TRACE), clock.instant());
  }

  CallOptions of(Exchange exchange, String trace, @Nullable ResponseSink sink) {
    return new CallOptions(
        trace,
        clientContext(exchange.header(CLIENT_CONTEXT)),
        sink,
        "Tail".equals(exchange.header(LOG_TYPE)) ? new LogTail() : null);
  }

  /** On one line, since runtime clients get it in a header. */
  private @Nullable Json clientContext(@Nullable String base64) {
    if (base64 == null || base64.isEmpty()) {
      return null;
    }
    try {
      var context = mapper.readTree(Base64.getDecoder().decode(base64));
      if (context.isObject()) {
        return Json.of(mapper.writeValueAsBytes(context));
      }
    } catch (IllegalArgumentException | JacksonException _) {
      // told below
    }
    throw new Problem(
        ProblemType.BAD_REQUEST,
        "The header " + CLIENT_CONTEXT + " must be a JSON object in base64.");
  }
}
