package io.longhaul.app;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.longhaul.agent.InvalidInput;
import io.longhaul.handler.Handler;
import io.longhaul.handler.Json;
import io.longhaul.lifecycle.StartFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.slf4j.MDC;

/**
 * Runs a native agent on Lambda itself: the function's handler is this class, under AWS's own
 * runtime for Java. The agent is the one of the {@code agent.yaml} beside the code. It finds the
 * same configuration as in a service, and its input is bound as strictly; there are no jobs, and no
 * server starts. Safe for concurrent use.
 */
public final class LambdaEntry implements RequestStreamHandler {

  private final LambdaParts parts;

  /**
   * Starts the agent. Made once per process, by Lambda's runtime.
   *
   * @throws StartFailure if it cannot; the log says what is wrong, and what mends it
   */
  public LambdaEntry() {
    this(System.getenv());
  }

  LambdaEntry(Map<String, String> environment) {
    try {
      parts = LambdaParts.start(environment);
    } catch (StartFailure failure) {
      Main.log(failure);
      throw failure;
    }
  }

  /** Runs one call. What the agent throws is thrown on: Lambda reports it as the call's error. */
  @Override
  public void handleRequest(InputStream input, OutputStream output, Context lambda)
      throws IOException {
    var json = Json.of(input.readAllBytes());
    try (var _ = MDC.putCloseable("execution_id", lambda.getAwsRequestId());
        var call = parts.begin(lambda)) {
      output.write(run(json, call).utf8());
    } catch (IOException | RuntimeException thrown) {
      throw thrown;
    } catch (Exception checked) {
      throw LambdaEntry.<RuntimeException>unchecked(checked);
    } finally {
      parts.meters().write();
    }
  }

  private Json run(Json input, LambdaCall call) throws Exception {
    Handler.Call bound;
    try {
      bound = parts.handler().bind(input);
    } catch (InvalidInput invalid) {
      throw named(invalid);
    }
    return bound.run(call);
  }

  /** Lambda reports only type and message, and without the field nobody could mend an input. */
  private static InvalidInput named(InvalidInput invalid) {
    String field = invalid.field();
    return field.isEmpty()
        ? invalid
        : new InvalidInput(field, field + ": " + String.valueOf(invalid.getMessage()));
  }

  /** Lambda's interface declares no checked exception, and callers look for the thrown type. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Exception> T unchecked(Exception thrown) throws T {
    throw (T) thrown;
  }
}
