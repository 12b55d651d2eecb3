package io.longhaul.json;

import io.longhaul.agent.InvalidInput;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** A type that this package does not know; Jackson does, or refuses it. */
record JacksonShape(ObjectReader reader, String type) implements Shape {

  static JacksonShape of(JsonMapper mapper, Class<?> type) {
    // more of the input follows
    var reader = mapper.readerFor(type).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    return new JacksonShape(reader, type.getSimpleName());
  }

  @Override
  public Object read(JsonParser json) {
    if (json.hasToken(JsonToken.VALUE_NULL)) {
      throw Misfit.expected(json, type);
    }
    var path = Misfit.path(json);
    try {
      return reader.readValue(json);
    } catch (StreamReadException malformed) {
      throw malformed;
    } catch (JacksonException misfit) {
      throw new InvalidInput(path, "does not fit " + type + ": " + misfit.getOriginalMessage());
    }
  }
}
