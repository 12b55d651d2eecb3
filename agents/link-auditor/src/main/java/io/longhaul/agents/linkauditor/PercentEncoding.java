package io.longhaul.agents.linkauditor;

import java.nio.charset.StandardCharsets;

/**
 * Brings a path or query into one form (RFC 3986, 6.2.2): characters that may not stand there are
 * encoded as UTF-8, the way browsers do, and those that need no encoding are decoded.
 */
final class PercentEncoding {

  private static final String UNRESERVED_MARKS = "-._~";
  private static final String ALLOWED_MARKS = UNRESERVED_MARKS + "!$&'()*+,;=:@/?";

  private PercentEncoding() {}

  static String normalize(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    StringBuilder out = new StringBuilder(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int decoded = bytes[i] == '%' ? hexPair(bytes, i + 1) : -1;
      if (decoded >= 0) {
        append(out, decoded, UNRESERVED_MARKS);
        i += 2;
      } else {
        append(out, bytes[i] & 0xff, ALLOWED_MARKS);
      }
    }
    return out.toString();
  }

  private static void append(StringBuilder out, int octet, String marks) {
    if (isLetterOrDigit(octet) || marks.indexOf(octet) >= 0) {
      out.append((char) octet);
    } else {
      out.append('%').append(hexDigit(octet >> 4)).append(hexDigit(octet & 0xf));
    }
  }

  private static boolean isLetterOrDigit(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /** The value of two hex digits, or -1: a stray percent sign is encoded like any other. */
  private static int hexPair(byte[] bytes, int at) {
    if (at + 1 >= bytes.length) {
      return -1;
    }
    int high = Character.digit(bytes[at], 16);
    int low = Character.digit(bytes[at + 1], 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  private static char hexDigit(int value) {
    return Character.toUpperCase(Character.forDigit(value, 16));
  }
}
