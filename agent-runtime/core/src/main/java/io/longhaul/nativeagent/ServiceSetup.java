package io.longhaul.nativeagent;

import io.longhaul.agent.AgentSetup;
import io.longhaul.agent.Client;
import io.longhaul.agent.Meters;
import io.longhaul.clients.Clients;
import io.longhaul.config.Config;
import java.time.Clock;

/** What an agent gets from the service when it is constructed. */
public record ServiceSetup(
    Config values, Clients clients, Meters meters, Clock clock, String environment)
    implements AgentSetup {

  @Override
  public <C> C config(Class<C> type) {
    return values.bind(type);
  }

  @Override
  public Client client(String name) {
    return clients.client(name);
  }
}
