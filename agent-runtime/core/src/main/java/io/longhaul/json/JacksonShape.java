package io.longhaul.json;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.ObjectReader;

/** A type that this package does not know; Jackson does, or refuses it. */
record JacksonShape(ObjectReader reader, String type) implements Shape {

  @Override
  public Object read(JsonParser json) {
    var path = Misfit.path(json);
    try {
      return reader.readValue(json);
    } catch (StreamReadException malformed) {
      throw malformed;
    } catch (JacksonException misfit) {
      throw new io.longhaul.agent.InvalidInput(
          path, "does not fit " + type + ": " + misfit.getOriginalMessage());
    }
  }
}
