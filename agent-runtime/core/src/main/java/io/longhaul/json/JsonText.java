package io.longhaul.json;

import io.longhaul.handler.Json;
import io.longhaul.handler.MalformedInput;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/** Checks that bytes are one JSON value, for handlers that read them themselves. */
public final class JsonText {

  private final JsonMapper mapper;

  /** Reads with the mapper's limits on depth and length. */
  public JsonText(JsonMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * Reads it once, keeping nothing.
   *
   * @throws MalformedInput if it is empty, no JSON, or more than one value
   */
  public void requireJson(Json text) {
    try (var parser = mapper.createParser(text.utf8())) {
      requireJson(parser);
    }
  }

  private static void requireJson(JsonParser parser) {
    try {
      if (parser.nextToken() == null) {
        throw new MalformedInput("The input is empty; send JSON, {} at least");
      }
      var _ = parser.skipChildren();
      Malformed.requireEnd(parser);
    } catch (JacksonException malformed) {
      throw Malformed.of(malformed, parser);
    }
  }
}
