package io.longhaul.handler;

import io.longhaul.agent.AgentContext;

/** The code an agent runs, whatever its language. Safe for concurrent use. */
public interface Handler extends AutoCloseable {

  /** The schema that every value fits. */
  Json ANYTHING = Json.of("{}");

  /**
   * Checks an input and makes it ready to run, without running anything: what fails here was never
   * accepted.
   *
   * @param input the body as it came
   * @throws MalformedInput if it is not JSON, or nested too deeply
   * @throws io.longhaul.agent.InvalidInput if it does not fit, naming the field
   */
  Call bind(Json input);

  /** The JSON Schema of what {@link #bind} accepts; anything, unless the handler says more. */
  default Json inputSchema() {
    return ANYTHING;
  }

  /** The JSON Schema of what a call answers. */
  default Json outputSchema() {
    return ANYTHING;
  }

  /**
   * The configuration has changed.
   *
   * @return whether calls that start from now on see it; else only a restart takes it over
   */
  default boolean takesNewConfiguration() {
    return false;
  }

  @Override
  void close();

  /** An input that is ready to run, once or more often. */
  @FunctionalInterface
  interface Call {

    /**
     * Runs the handler on the calling thread and answers its output.
     *
     * @throws Exception what the handler threw
     */
    Json run(AgentContext context) throws Exception;
  }
}
