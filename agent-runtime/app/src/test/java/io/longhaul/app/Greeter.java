package io.longhaul.app;

import io.longhaul.agent.Agent;
import io.longhaul.agent.AgentContext;
import java.util.concurrent.Semaphore;

/**
 * An agent for tests; {@code slow} waits until it is interrupted or the service drains, {@code
 * broken} fails, {@code held} says that it has started and waits for a release.
 */
public final class Greeter implements Agent<Greeter.Input, Greeter.Output> {

  /** Counts the held executions that have started. */
  static final Semaphore STARTED = new Semaphore(0);

  /** Lets one held execution go on. */
  static final Semaphore RELEASE = new Semaphore(0);

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
    if (input.name().equals("held")) {
      STARTED.release();
      RELEASE.acquire();
    }
    if (input.name().equals("broken")) {
      throw new IllegalStateException("broken on purpose");
    }
    return new Output("Hello " + input.name());
  }
}
