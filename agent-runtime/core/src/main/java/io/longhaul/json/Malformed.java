package io.longhaul.json;

import io.longhaul.handler.MalformedInput;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;

/** Says where a text stops being JSON. */
final class Malformed {

  private Malformed() {}

  static MalformedInput of(JacksonException cause, JsonParser json) {
    var told =
        cause instanceof StreamConstraintsException
            ? "it is nested deeper than "
                + StrictJson.MAX_DEPTH
                + " levels, or a number or name in it is too long ("
                + cause.getOriginalMessage()
                + ")"
            : cause.getOriginalMessage();
    return at(json.currentLocation(), told);
  }

  static MalformedInput at(TokenStreamLocation where, String message) {
    return new MalformedInput(
        "The input is no JSON at line %d, column %d: %s"
            .formatted(where.getLineNr(), where.getColumnNr(), message));
  }
}
