package io.longhaul.json;

import io.longhaul.handler.MalformedInput;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;

/** Says where a text stops being JSON. */
final class Malformed {

  /** Where the parser speaks of itself. */
  private static final Pattern INSIDES = Pattern.compile(" \\(start marker at [^)]*\\)[^)]*\\)?");

  private Malformed() {}

  static MalformedInput of(JacksonException cause, JsonParser json) {
    var told =
        cause instanceof StreamConstraintsException
            ? "it is nested deeper than %d levels, or a number or name in it is too long"
                .formatted(StrictJson.MAX_DEPTH)
            : INSIDES.matcher(cause.getOriginalMessage()).replaceAll("");
    return at(json.currentLocation(), told);
  }

  /** Refuses a text that goes on behind its value. */
  static void requireEnd(JsonParser json) {
    if (json.nextToken() != null) {
      throw at(json.currentTokenLocation(), "there is more after the input's end");
    }
  }

  private static MalformedInput at(TokenStreamLocation where, String message) {
    return new MalformedInput(
        "The input is no JSON at line %d, column %d: %s"
            .formatted(where.getLineNr(), where.getColumnNr(), message));
  }
}
