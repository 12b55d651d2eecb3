package io.longhaul.health;

/**
 * Looks whether one dependency is there.
 *
 * @param name a kebab-case word, as shown by /status
 * @param required whether the service cannot work without it
 */
public record HealthCheck(String name, boolean required, Probe probe) {

  /** Looks; may block. */
  @FunctionalInterface
  public interface Probe {

    /**
     * Returns if the dependency is there.
     *
     * @throws Exception if it is away; the message says how, and is shown to everybody
     */
    void look() throws Exception;
  }
}
