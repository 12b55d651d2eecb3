package io.longhaul.manifest.binding;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with a file.
 *
 * @param position file, line, column and key
 * @param found continues "found …"
 * @param expected continues "expected …"
 * @param nearest the valid key or value that was probably meant; null if none is near
 * @param wayOut a sentence that says what to do; null where {@code expected} says it already
 */
public record Problem(
    Position position,
    String found,
    String expected,
    @Nullable String nearest,
    @Nullable String wayOut) {

  /** A problem whose expectation says all. */
  public Problem(Position position, String found, String expected) {
    this(position, found, expected, null, null);
  }

  /** The same, with the valid key or value that was probably meant. */
  public Problem nearest(@Nullable String valid) {
    return new Problem(position, found, expected, valid, wayOut);
  }

  /** The same, with a sentence that says what to do. */
  public Problem wayOut(@Nullable String sentence) {
    return new Problem(position, found, expected, nearest, sentence);
  }

  /** The whole problem in one line. */
  public String text() {
    var text = new StringBuilder().append(position).append(": ");
    if (!position.key().isEmpty()) {
      text.append(position.key()).append(": ");
    }
    text.append("found ").append(found).append(", expected ").append(expected).append('.');
    if (nearest != null) {
      text.append(" Did you mean ").append(nearest).append('?');
    }
    if (wayOut != null) {
      text.append(' ').append(wayOut);
    }
    return text.toString();
  }
}
