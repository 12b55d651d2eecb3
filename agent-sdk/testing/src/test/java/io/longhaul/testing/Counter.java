package io.longhaul.testing;

import io.longhaul.agent.Agent;
import io.longhaul.agent.AgentContext;
import io.longhaul.agent.AgentSetup;
import io.longhaul.agent.Default;
import io.longhaul.agent.Meters;
import java.util.concurrent.CountDownLatch;

/** Counts in steps, with a checkpoint after each; below zero it waits for ever. */
public final class Counter implements Agent<Counter.Count, Counter.Counted> {

  public record Count(@Default("4") int upTo) {}

  public record Counted(int countedTo) {}

  public record Reached(int number) {}

  record Settings(int step) {}

  private final int step;
  private final Meters meters;

  public Counter(AgentSetup setup) {
    step = setup.config(Settings.class).step();
    meters = setup.meters();
  }

  @Override
  public Counted execute(Count input, AgentContext context) throws InterruptedException {
    int reached = context.lastCheckpoint(Reached.class).map(Reached::number).orElse(0);
    while (reached < input.upTo() || input.upTo() < 0) {
      if (context.draining()) {
        throw new IllegalStateException("draining at " + reached);
      }
      reached += step;
      context.checkpoint(new Reached(reached));
      meters.count("steps", 1, "by", Integer.toString(step));
      context.progress((double) reached / input.upTo(), "counted to " + reached);
      if (input.upTo() < 0) {
        new CountDownLatch(1).await();
      }
    }
    return new Counted(input.upTo());
  }
}
