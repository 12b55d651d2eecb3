package io.longhaul.json;

import io.longhaul.agent.InvalidInput;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;

/** Words a value that does not fit: where it stands, what it is, what would fit. */
final class Misfit {

  private static final int SHOWN = 40;

  private Misfit() {}

  /** The value at the parser's token is of another kind or out of bounds. */
  static InvalidInput expected(JsonParser json, String wanted) {
    return at(json, "expected " + wanted + ", found " + found(json));
  }

  static InvalidInput at(JsonParser json, String message) {
    return new InvalidInput(path(json), message);
  }

  /** The path of the value that the parser has read last; empty for the input itself. */
  static String path(JsonParser json) {
    var path = new StringBuilder();
    append(path, json.streamReadContext());
    return path.toString();
  }

  static String below(String path, String field) {
    return path.isEmpty() ? field : field.isEmpty() ? path : path + "." + field;
  }

  private static void append(StringBuilder path, TokenStreamContext context) {
    if (context.getParent() != null) {
      append(path, context.getParent());
    }
    if (context.inObject() && context.hasCurrentName()) {
      path.append(path.isEmpty() ? "" : ".").append(context.currentName());
    } else if (context.inArray() && context.hasCurrentIndex()) {
      path.append('[').append(context.getCurrentIndex()).append(']');
    }
  }

  private static String found(JsonParser json) {
    return switch (json.currentToken()) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "a list";
      case VALUE_STRING -> "the text \"" + shortened(json.getString()) + "\"";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> shortened(json.getString());
      case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> json.getString();
      default -> json.currentToken().name();
    };
  }

  /** Control characters would forge lines in a terminal or a log. */
  static String shortened(String text) {
    var plain = text.replaceAll("[\\p{Cc}\\u2028\\u2029]", "?");
    return plain.codePointCount(0, plain.length()) <= SHOWN
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, SHOWN)) + "...";
  }
}
