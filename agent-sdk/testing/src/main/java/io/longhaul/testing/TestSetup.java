package io.longhaul.testing;

import io.longhaul.agent.AgentSetup;
import io.longhaul.agent.Client;
import io.longhaul.agent.Meters;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

final class TestSetup implements AgentSetup {

  final Map<String, String> values = new ConcurrentHashMap<>();
  final Map<String, Client> clients = new ConcurrentHashMap<>();
  final RecordingMeters meters = new RecordingMeters();
  Clock clock = new TestClock();
  String environment = "test";

  @Override
  public <C> C config(Class<C> type) {
    return ConfigRecord.read(type, values);
  }

  @Override
  public Client client(String name) {
    return clients.computeIfAbsent(name, _ -> new DirectClient());
  }

  @Override
  public Meters meters() {
    return meters;
  }

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public String environment() {
    return environment;
  }
}
