package io.longhaul.endpoints;

import io.longhaul.agent.Agent;
import io.longhaul.agent.AgentContext;
import io.longhaul.agent.InvalidInput;
import java.util.concurrent.Semaphore;

/** An agent that does what its input says. */
public final class Probe implements Agent<Probe.Input, Probe.Output> {

  /** Lets one held execution go on. */
  public static final Semaphore RELEASE = new Semaphore(0);

  /** What to do: {@code echo}, {@code fail}, {@code refuse}, {@code hold}. */
  public record Input(String act, String text) {}

  /** The text of the input. */
  public record Output(String text) {}

  @Override
  public Output execute(Input input, AgentContext context) throws Exception {
    switch (input.act()) {
      case "fail" -> throw new IllegalStateException("told to fail");
      case "refuse" -> throw new InvalidInput("text", "cannot be used");
      case "hold" -> {
        context.progress(0.5, "held");
        RELEASE.acquire();
      }
      default -> {
        // echo
      }
    }
    return new Output(input.text());
  }
}
