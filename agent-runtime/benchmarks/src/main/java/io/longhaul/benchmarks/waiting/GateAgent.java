package io.longhaul.benchmarks.waiting;

import io.longhaul.agent.Agent;
import io.longhaul.agent.AgentContext;
import java.util.concurrent.CountDownLatch;

/** Holds every call until one opens the gate. */
public final class GateAgent implements Agent<Turn, Held> {

  private final CountDownLatch gate = new CountDownLatch(1);

  @Override
  public Held execute(Turn turn, AgentContext context) throws InterruptedException {
    if (turn.open()) {
      gate.countDown();
      return new Held(false);
    }
    gate.await();
    return new Held(true);
  }
}
