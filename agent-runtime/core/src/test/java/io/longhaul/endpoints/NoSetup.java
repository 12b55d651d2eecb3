package io.longhaul.endpoints;

import io.longhaul.agent.AgentSetup;
import io.longhaul.agent.Client;
import io.longhaul.agent.Meters;
import java.time.Clock;

/** For an agent that asks for nothing. */
final class NoSetup implements AgentSetup {

  @Override
  public <C> C config(Class<C> type) {
    throw new IllegalArgumentException("no config");
  }

  @Override
  public Client client(String name) {
    throw new IllegalArgumentException("no clients");
  }

  @Override
  public Meters meters() {
    throw new IllegalArgumentException("no meters");
  }

  @Override
  public Clock clock() {
    return Clock.systemUTC();
  }

  @Override
  public String environment() {
    return "test";
  }
}
