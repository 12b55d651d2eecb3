package io.longhaul.json;

import io.longhaul.agent.InvalidInput;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The value of {@link io.longhaul.agent.Default}: JSON, or a text without its quotes. */
final class Literal {

  private Literal() {}

  /**
   * Reads it as a field's value.
   *
   * @throws IllegalArgumentException if it does not fit the field
   */
  static @Nullable Object read(JsonMapper mapper, Shape shape, String literal) {
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

  private static @Nullable Object readJson(JsonMapper mapper, Shape shape, String json) {
    try (var parser = mapper.createParser(json)) {
      parser.nextToken();
      if (parser.currentToken() == null) {
        throw new InvalidInput("", "it is empty");
      }
      var value = shape.read(parser);
      if (parser.nextToken() != null) {
        throw new InvalidInput("", "there is more than one value");
      }
      return value;
    }
  }
}
