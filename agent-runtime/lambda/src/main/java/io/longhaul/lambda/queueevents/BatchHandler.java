package io.longhaul.lambda.queueevents;

import io.longhaul.handler.Handler;
import io.longhaul.handler.Json;
import io.longhaul.lambda.calls.CallOptions;
import io.longhaul.lambda.calls.Invocable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs jobs that hold a batch so that messages which succeeded are never run again, and passes
 * everything else on.
 */
public final class BatchHandler implements Handler, Invocable {

  private final Handler function;
  private final JsonMapper mapper;

  /** Stands before the function; closes it. */
  public BatchHandler(Handler function, JsonMapper mapper) {
    this.function = function;
    this.mapper = mapper;
  }

  @Override
  public Call bind(Json input) {
    return StoredBatch.event(input)
        .<Call>map(event -> BatchCall.of(event, function, mapper))
        .orElseGet(() -> function.bind(input));
  }

  @Override
  public Call bind(Json event, CallOptions options) {
    return Invocable.of(function).bind(event, options);
  }

  @Override
  public boolean takesNewConfiguration() {
    return function.takesNewConfiguration();
  }

  @Override
  public Json inputSchema() {
    return function.inputSchema();
  }

  @Override
  public Json outputSchema() {
    return function.outputSchema();
  }

  @Override
  public void close() {
    function.close();
  }
}
