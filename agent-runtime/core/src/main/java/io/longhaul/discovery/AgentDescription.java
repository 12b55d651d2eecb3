package io.longhaul.discovery;

import io.longhaul.handler.Json;
import java.util.List;

/**
 * What the agent says about itself.
 *
 * @param input the JSON Schema of its input
 * @param output the JSON Schema of its output
 */
public record AgentDescription(
    String name,
    String version,
    String description,
    List<String> capabilities,
    String environment,
    Json input,
    Json output) {

  public AgentDescription {
    capabilities = List.copyOf(capabilities);
  }
}
