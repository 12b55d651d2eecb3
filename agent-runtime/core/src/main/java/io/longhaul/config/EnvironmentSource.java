package io.longhaul.config;

import java.util.Map;
import java.util.function.Supplier;

/** The process's environment. */
public final class EnvironmentSource implements ConfigSource {

  private final Supplier<Map<String, String>> environment;

  /** Reads {@link System#getenv()} in a service, a map in tests. */
  public EnvironmentSource(Supplier<Map<String, String>> environment) {
    this.environment = environment;
  }

  @Override
  public String name() {
    return "environment";
  }

  @Override
  public String howToSet(String key) {
    return "the environment variable " + Keys.variable(key);
  }

  @Override
  public Map<String, String> read() {
    return Map.copyOf(environment.get());
  }
}
