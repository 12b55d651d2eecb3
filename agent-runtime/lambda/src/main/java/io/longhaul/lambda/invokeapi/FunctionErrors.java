package io.longhaul.lambda.invokeapi;

import io.longhaul.handler.FunctionError;
import io.longhaul.handler.Json;
import io.longhaul.http.Exchange;
import io.longhaul.jobs.Answer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the caller of a function that did not succeed is answered: the function's own report, or one
 * that Lambda would have written.
 *
 * @param timeout how long a call may run; null = no limit
 */
record FunctionErrors(@Nullable Duration timeout) {

  /** The report in UTF-8. */
  byte[] report(Answer answer, Exchange exchange) {
    return answer instanceof Answer.Failed(_, _, FunctionError error)
        ? error.payload().utf8()
        : exchange.write(written(answer));
  }

  /** The same for a record. */
  Json report(Answer.Failed failed, JsonMapper mapper) {
    return failed.cause() instanceof FunctionError error
        ? error.payload()
        : Json.of(mapper.writeValueAsBytes(written(failed)));
  }

  private Map<String, Object> written(Answer answer) {
    return switch (answer) {
      case Answer.Failed failed when failed.failure().type().equals("timeout") -> timedOut(failed);
      case Answer.Failed(_, var failure, Throwable cause) ->
          report(
              cause.getClass().getName(),
              cause.getMessage() == null ? failure.message() : cause.getMessage());
      case Answer.Failed failed -> report(failed.failure().type(), failed.failure().message());
      case Answer.Cancelled _ -> report("Runtime.Cancelled", "Somebody cancelled this execution.");
      case Answer.Succeeded _, Answer.StillRunning _ ->
          throw new IllegalStateException("Not the end of a held call that failed: " + answer);
    };
  }

  /** Callers look for this sentence of Lambda's. */
  private Map<String, Object> timedOut(Answer.Failed failed) {
    return timeout == null
        ? report("Sandbox.Timedout", failed.failure().message())
        : report(
            "Sandbox.Timedout",
            String.format(
                Locale.ROOT,
                "RequestId: %s Error: Task timed out after %.2f seconds",
                failed.id(),
                timeout.toMillis() / 1000.0));
  }

  private static Map<String, Object> report(String type, String message) {
    var report = new LinkedHashMap<String, Object>();
    report.put("errorType", type);
    report.put("errorMessage", message);
    return report;
  }
}
