package io.longhaul.lambda.httpevents;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Percent-encoding (RFC 3986, section 2.1) of callers who may not know it well. */
final class Percent {

  private Percent() {}

  /** Decodes; a text with a broken escape, or that is no UTF-8 then, stays as it was sent. */
  static String decoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] bytes = bytes(text);
    String decoded = bytes == null ? null : new Body(bytes).text();
    return decoded == null ? text : decoded;
  }

  /** Decodes as forms are: a plus is a space. */
  static String decodedForm(String text) {
    return decoded(text.replace('+', ' '));
  }

  private static byte @Nullable [] bytes(String text) {
    var bytes = new ByteArrayOutputStream(text.length());
    int at = 0;
    while (at < text.length()) {
      int next = text.indexOf('%', at);
      int end = next < 0 ? text.length() : next;
      bytes.writeBytes(text.substring(at, end).getBytes(StandardCharsets.UTF_8));
      if (next >= 0) {
        int value = hex(text, next + 1) * 16 + hex(text, next + 2);
        if (value < 0) {
          return null;
        }
        bytes.write(value);
        end = next + 3;
      }
      at = end;
    }
    return bytes.toByteArray();
  }

  /** Below any value that another digit could make up for, if there is no digit. */
  private static int hex(String text, int at) {
    int digit =
        at < text.length() && text.charAt(at) < 128 ? Character.digit(text.charAt(at), 16) : -1;
    return digit < 0 ? -1000 : digit;
  }
}
