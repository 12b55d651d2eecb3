package io.longhaul.agent;

import java.time.Clock;

/** What an agent may ask for when it is constructed. */
public interface AgentSetup {

  /**
   * The agent's configuration: the component {@code openaiApiKey} is the manifest's {@code
   * OPENAI_API_KEY}. Components may be strings, numbers, booleans, enums, {@link
   * java.time.Duration} (written {@code 10s}), lists of these (comma separated), {@link Secret},
   * and nullable ones.
   *
   * @throws IllegalArgumentException if the manifest declares no such key, or the value does not
   *     fit
   */
  <C> C config(Class<C> type);

  /**
   * An entry of the manifest's {@code clients}, with its resilience.
   *
   * @throws IllegalArgumentException if the manifest declares none of that name
   */
  Client client(String name);

  /** Counters and timers, shown at {@code /metrics} with the agent's name. */
  Meters meters();

  /** The only source of time: tests move it. */
  Clock clock();

  /** The environment's name; {@code local} on a developer's machine. */
  String environment();
}
