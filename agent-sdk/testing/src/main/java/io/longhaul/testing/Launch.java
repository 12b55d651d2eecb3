package io.longhaul.testing;

import io.longhaul.agent.Agent;
import io.longhaul.agent.AgentSetup;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An execution: what all of its attempts share.
 *
 * @param deadline ahead of the attempt's start
 * @param patience real time
 */
record Launch<I, O>(
    Function<AgentSetup, Agent<I, O>> factory,
    TestSetup setup,
    Wire wire,
    I input,
    String executionId,
    Duration deadline,
    Duration patience,
    StopPoint stop) {

  Attempt<O> start(Agent<I, O> agent) {
    return begin(agent, 1, null);
  }

  private Attempt<O> again(int attempt, @Nullable JsonNode checkpoint, StopPoint nextStop) {
    var launch =
        new Launch<>(factory, setup, wire, input, executionId, deadline, patience, nextStop);
    return launch.begin(factory.apply(setup), attempt, checkpoint);
  }

  private Attempt<O> begin(Agent<I, O> agent, int attempt, @Nullable JsonNode checkpoint) {
    var ahead = setup.clock.instant().plus(deadline);
    var context = new TestContext(wire, executionId, attempt, ahead, checkpoint, stop);
    var result =
        new Attempt<O>(
            context, patience, nextStop -> again(attempt + 1, context.stored(), nextStop));
    context.start(
        () -> {
          var output = agent.execute(input, context);
          result.succeeded(output, wire.write(output));
        },
        result::failed);
    return result;
  }
}
