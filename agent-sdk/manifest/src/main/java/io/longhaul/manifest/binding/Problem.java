package io.longhaul.manifest.binding;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with a file.
 *
 * @param key the full key, {@code jobs.attempts} or {@code triggers[0].sqs}; empty for the file
 * @param found continues "found …"
 * @param expected continues "expected …"
 * @param nearest the valid key or value that was probably meant; null if none is near
 * @param wayOut a sentence that says what to do; null where {@code expected} says it already
 */
public record Problem(
    Position position,
    String key,
    String found,
    String expected,
    @Nullable String nearest,
    @Nullable String wayOut) {

  /** The whole problem in one line. */
  public String text() {
    var text = new StringBuilder().append(position).append(": ");
    if (!key.isEmpty()) {
      text.append(key).append(": ");
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
