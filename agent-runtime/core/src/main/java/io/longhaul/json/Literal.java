package io.longhaul.json;

import io.longhaul.agent.InvalidInput;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@link io.longhaul.agent.Default} says: JSON, or a text without its quotes.
 *
 * @param json with the quotes
 * @param value as the binder reads it
 */
record Literal(String json, @Nullable Object value) {

  /**
   * Reads it as a field's value.
   *
   * @throws IllegalArgumentException if it does not fit the field
   */
  static Literal read(JsonMapper mapper, Shape shape, String literal) {
    try {
      return readJson(mapper, shape, literal);
    } catch (InvalidInput | JacksonException asJson) {
      try {
        return readJson(mapper, shape, mapper.writeValueAsString(literal));
      } catch (InvalidInput asText) {
        var told = asJson instanceof InvalidInput ? asJson : asText;
        throw new IllegalArgumentException(
            "@Default(\"" + literal + "\"): " + told.getMessage(), told);
      }
    }
  }

  private static Literal readJson(JsonMapper mapper, Shape shape, String json) {
    try (var parser = mapper.createParser(json)) {
      if (parser.nextToken() == null) {
        throw new InvalidInput("", "it is empty");
      }
      var value = shape.read(parser);
      if (parser.nextToken() != null) {
        throw new InvalidInput("", "there is more than one value");
      }
      return new Literal(json, value);
    }
  }
}
