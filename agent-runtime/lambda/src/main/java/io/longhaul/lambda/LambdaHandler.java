package io.longhaul.lambda;

import io.longhaul.handler.Handler;
import io.longhaul.handler.Json;
import io.longhaul.json.JsonText;
import io.longhaul.lambda.calls.CallOptions;
import io.longhaul.lambda.calls.Invocable;
import io.longhaul.lambda.instances.Instances;
import tools.jackson.databind.json.JsonMapper;

/** Gives every input to an instance. What is no JSON never reaches one: some would die of it. */
final class LambdaHandler implements Handler, Invocable {

  private final Instances instances;
  private final JsonText text;

  LambdaHandler(Instances instances, JsonMapper mapper) {
    this.instances = instances;
    this.text = new JsonText(mapper);
  }

  @Override
  public Call bind(Json input) {
    return bind(input, CallOptions.NONE);
  }

  @Override
  public Call bind(Json event, CallOptions options) {
    text.requireJson(event);
    return context -> instances.call(context.executionId(), context.deadline(), event, options);
  }

  @Override
  public boolean takesNewConfiguration() {
    instances.recycle();
    return true;
  }

  @Override
  public void close() {
    instances.close();
  }
}
