package io.longhaul.logs;

import org.jspecify.annotations.Nullable;

/** Makes texts harmless: a line that an input brought must not look like a line of ours. */
final class Escaped {

  private Escaped() {}

  /** Control characters become {@code \n} or {@code \u001b}; a terminal obeys none of them. */
  static String line(@Nullable String text) {
    if (text == null) {
      return "";
    }
    if (text.chars().noneMatch(Character::isISOControl)) {
      return text;
    }
    var escaped = new StringBuilder(text.length() + 16);
    text.chars().forEach(c -> append(escaped, (char) c));
    return escaped.toString();
  }

  private static void append(StringBuilder escaped, char c) {
    switch (c) {
      case '\n' -> escaped.append("\\n");
      case '\r' -> escaped.append("\\r");
      case '\t' -> escaped.append("\\t");
      default -> {
        if (Character.isISOControl(c)) {
          escaped.append("\\u%04x".formatted((int) c));
        } else {
          escaped.append(c);
        }
      }
    }
  }
}
