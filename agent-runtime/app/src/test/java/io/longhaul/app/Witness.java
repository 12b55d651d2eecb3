package io.longhaul.app;

import io.longhaul.agent.Agent;
import io.longhaul.agent.AgentContext;
import io.longhaul.agent.AgentSetup;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An agent for tests that tells what it sees of its call. */
public final class Witness implements Agent<Witness.Input, Witness.Output> {

  /** What to do. */
  public record Input(String act) {}

  /** What it saw. */
  public record Output(
      String executionId,
      int attempt,
      Instant deadline,
      boolean cancelled,
      boolean draining,
      @Nullable String before,
      @Nullable String after,
      String word) {}

  record Config(String word) {}

  private final Config config;

  /** Made by the runtime. */
  public Witness(AgentSetup setup) {
    config = setup.config(Config.class);
  }

  @Override
  public Output execute(Input input, AgentContext context) throws Exception {
    var before = context.lastCheckpoint(String.class).orElse(null);
    context.checkpoint("half");
    context.progress(0.5, "half");
    switch (input.act()) {
      case "fail" -> throw new IOException("no luck");
      case "wait" -> await(context);
      default -> {}
    }
    return new Output(
        context.executionId(),
        context.attempt(),
        context.deadline(),
        context.cancelled(),
        context.draining(),
        before,
        context.lastCheckpoint(String.class).orElse(null),
        config.word());
  }

  private static void await(AgentContext context) {
    while (!Thread.interrupted()) {
      Thread.onSpinWait();
    }
    if (!context.cancelled()) {
      throw new IllegalStateException("interrupted for no reason");
    }
  }
}
