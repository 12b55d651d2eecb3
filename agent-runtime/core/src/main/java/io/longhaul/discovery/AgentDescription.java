package io.longhaul.discovery;

import io.longhaul.handler.Json;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the agent says about itself.
 *
 * @param input the JSON Schema of its input; asked when somebody wants to see it
 * @param output the JSON Schema of its output
 */
public record AgentDescription(
    String name,
    String version,
    String description,
    List<String> capabilities,
    String environment,
    Supplier<Json> input,
    Supplier<Json> output) {

  public AgentDescription {
    capabilities = List.copyOf(capabilities);
  }
}
