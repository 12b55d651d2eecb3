package io.longhaul.cli.send;

import io.longhaul.cli.shell.Exit;
import io.longhaul.cli.shell.Output;
import io.longhaul.cli.shell.Refusal;
import io.longhaul.cli.shell.Shell;
import io.longhaul.manifest.Trigger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a file holds, as the event that the service is given. If it fits is the service's word. */
final class EventFile {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final String name;
  private final byte[] bytes;

  private EventFile(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  /**
   * Reads it.
   *
   * @param name as typed
   * @throws Refusal if it cannot be
   */
  static EventFile read(Shell shell, String option, String name) {
    try {
      return new EventFile(
          name,
          name.equals("-")
              ? shell.in().readAllBytes()
              : Files.readAllBytes(shell.folder().resolve(name)));
    } catch (IOException | InvalidPathException e) {
      throw new Refusal(
          Exit.NOT_FOUND, "--%s: cannot read %s: %s".formatted(option, name, e.getMessage()));
    }
  }

  /** An event from a source, by the source's word. */
  JsonNode event(String source, List<Trigger.S3> buckets) {
    return switch (source) {
      case "sqs" -> new Messages(text()).event();
      case "s3" -> notification().orElseGet(() -> new StoredFile(name, bytes).event(buckets));
      case "sns" -> notification().orElseGet(this::topicMessage);
      case "events" -> busEvent();
      default -> json();
    };
  }

  private ObjectNode topicMessage() {
    var event = NODES.objectNode();
    event.putArray("Records").addObject().putObject("Sns").put("Message", text());
    return event;
  }

  /** Without any of an event's own fields it is a detail. */
  private JsonNode busEvent() {
    var given = json();
    return given.has("detail") || given.has("detail-type") || given.has("source")
        ? given
        : NODES.objectNode().set("detail", given);
  }

  /** AWS's own JSON with its records; empty if it is anything else. */
  private Optional<JsonNode> notification() {
    try {
      return Optional.of(Output.JSON.readTree(bytes))
          .filter(node -> node.path("Records").isArray());
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  private JsonNode json() {
    try {
      return Output.JSON.readTree(bytes);
    } catch (JacksonException e) {
      throw new Refusal(Exit.USAGE, "%s is no JSON: %s".formatted(name, e.getOriginalMessage()));
    }
  }

  private String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
