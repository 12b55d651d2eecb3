package io.longhaul.app;

import io.longhaul.agent.Agent;
import io.longhaul.agent.AgentContext;

/**
 * An agent for tests; {@code slow} waits until it is interrupted or the service drains, {@code
 * broken} fails.
 */
public final class Greeter implements Agent<Greeter.Input, Greeter.Output> {

  /** Whom. */
  public record Input(String name) {}

  /** The greeting. */
  public record Output(String greeting) {}

  @Override
  public Output execute(Input input, AgentContext context) throws Exception {
    while (input.name().equals("slow") && !context.draining()) {
      Thread.onSpinWait();
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
    if (input.name().equals("broken")) {
      throw new IllegalStateException("broken on purpose");
    }
    return new Output("Hello " + input.name());
  }
}
