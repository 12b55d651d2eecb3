package io.longhaul.lambda;

import io.longhaul.agent.AgentContext;
import io.longhaul.handler.Handler;
import io.longhaul.handler.Json;
import io.longhaul.json.JsonText;
import io.longhaul.lambda.instances.Instances;
import tools.jackson.databind.json.JsonMapper;

/** Gives every input to an instance. What is no JSON never reaches one: some would die of it. */
final class LambdaHandler implements Handler {

  private final Instances instances;
  private final JsonText text;

  LambdaHandler(Instances instances, JsonMapper mapper) {
    this.instances = instances;
    this.text = new JsonText(mapper);
  }

  @Override
  public Call bind(Json input) {
    text.requireJson(input);
    return context -> run(context, input);
  }

  private Json run(AgentContext context, Json input) throws Exception {
    return instances.call(context.executionId(), context.deadline(), input);
  }

  @Override
  public void close() {
    instances.close();
  }
}
