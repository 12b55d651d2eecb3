package io.longhaul.access.sigv4;

import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A call in the one form that caller and service can both write.
 *
 * @param path as sent, escapes included
 * @param query as sent; null if there is none
 * @param headers those that are signed, in order
 * @param bodyHash SHA-256 in hexadecimal digits
 */
record CanonicalRequest(
    String method,
    String path,
    @Nullable String query,
    SequencedMap<String, String> headers,
    String bodyHash) {

  /** The text whose hash is signed. */
  @Override
  public String toString() {
    var text = new StringBuilder(method).append('\n');
    text.append(CanonicalUri.path(path)).append('\n');
    text.append(CanonicalUri.query(query)).append('\n');
    headers.forEach((name, value) -> text.append(name).append(':').append(value).append('\n'));
    text.append('\n').append(String.join(";", headers.keySet()));
    return text.append('\n').append(bodyHash).toString();
  }
}
