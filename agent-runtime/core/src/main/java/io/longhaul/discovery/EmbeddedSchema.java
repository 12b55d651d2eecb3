package io.longhaul.discovery;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON Schema that moves below components/schemas: its references to itself are counted from the
 * root of the document there.
 */
final class EmbeddedSchema {

  private EmbeddedSchema() {}

  /** Changes the schema and returns it. */
  static JsonNode of(JsonNode schema, String name) {
    if (schema instanceof ObjectNode object) {
      object.remove("$schema");
    }
    rewrite(schema, "#/components/schemas/" + name);
    return schema;
  }

  private static void rewrite(JsonNode node, String root) {
    switch (node) {
      case ObjectNode object -> {
        JsonNode reference = object.get("$ref");
        if (reference != null && reference.isString() && reference.stringValue().startsWith("#")) {
          object.put("$ref", root + reference.stringValue().substring(1));
        }
        object.forEach(child -> rewrite(child, root));
      }
      case ArrayNode array -> array.forEach(child -> rewrite(child, root));
      default -> {
        // a value holds no reference
      }
    }
  }
}
