package io.longhaul.cli.send;

import io.longhaul.cli.shell.Output;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The messages that a text holds: AWS's event, a list of AWS's messages, JSON lines, or one
 * message.
 */
record Messages(String text) {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** As an SQS event whose messages all have an id, by which they are known afterwards. */
  ObjectNode event() {
    var event = NODES.objectNode();
    var records = event.putArray("Records");
    for (var record : records()) {
      if (record instanceof ObjectNode object && !object.has("messageId")) {
        object.put("messageId", UUID.randomUUID().toString());
      }
      records.add(record);
    }
    return event;
  }

  private List<? extends JsonNode> records() {
    var whole = json(text);
    if (whole.isPresent()) {
      return records(whole.get());
    }
    var lines = text.lines().filter(line -> !line.isBlank()).toList();
    var all = lines.stream().map(Messages::json).flatMap(Optional::stream).toList();
    return lines.size() > 1 && all.size() == lines.size()
        ? lines.stream().map(line -> record(json(line).orElseThrow(), line)).toList()
        : List.of(message(text.stripTrailing()));
  }

  private List<? extends JsonNode> records(JsonNode whole) {
    var list = whole.path("Records").isArray() ? whole.path("Records") : whole;
    return list instanceof ArrayNode array
            && !array.isEmpty()
            && array.valueStream().allMatch(Messages::isRecord)
        ? array.valueStream().toList()
        : List.of(record(whole, text.stripTrailing()));
  }

  private static JsonNode record(JsonNode json, String source) {
    return isRecord(json) && (json.has("messageId") || json.has("eventSource"))
        ? json
        : message(source);
  }

  private static boolean isRecord(JsonNode node) {
    return node.path("body").isString();
  }

  private static ObjectNode message(String body) {
    return NODES.objectNode().put("body", body);
  }

  private static Optional<JsonNode> json(String text) {
    try {
      var json =
          Output.JSON.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(text);
      return json.isMissingNode() ? Optional.empty() : Optional.of(json);
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }
}
