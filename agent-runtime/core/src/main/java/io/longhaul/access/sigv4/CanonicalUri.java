package io.longhaul.access.sigv4;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Path and query as they are signed. In texts from the wire a character stands for a byte. */
final class CanonicalUri {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private CanonicalUri() {}

  /**
   * Without dots and empty segments, and encoded again as it was sent: every service but S3 signs
   * the escape %20 as %2520.
   */
  static String path(String sent) {
    var segments = new ArrayDeque<String>();
    for (String segment : sent.split("/", -1)) {
      switch (segment) {
        case "", "." -> {}
        case ".." -> segments.pollLast();
        default -> segments.addLast(encoded(bytes(segment)));
      }
    }
    boolean folder = !segments.isEmpty() && sent.matches(".*/\\.{0,2}");
    return "/" + String.join("/", segments) + (folder ? "/" : "");
  }

  /** Sorted by name, then by value, each encoded once, however it was sent. */
  static String query(@Nullable String sent) {
    if (sent == null || sent.isEmpty()) {
      return "";
    }
    return Arrays.stream(sent.split("&", -1))
        .filter(parameter -> !parameter.isEmpty())
        .map(CanonicalUri::parameter)
        .sorted(Map.Entry.<String, String>comparingByKey().thenComparing(byValue()))
        .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
        .collect(Collectors.joining("&"));
  }

  private static Comparator<Map.Entry<String, String>> byValue() {
    return Map.Entry.comparingByValue();
  }

  private static Map.Entry<String, String> parameter(String sent) {
    int equals = sent.indexOf('=');
    String name = equals < 0 ? sent : sent.substring(0, equals);
    String value = equals < 0 ? "" : sent.substring(equals + 1);
    return Map.entry(encoded(decoded(name)), encoded(decoded(value)));
  }

  private static byte[] decoded(String sent) {
    var bytes = new ByteArrayOutputStream(sent.length());
    for (int i = 0; i < sent.length(); i++) {
      char c = sent.charAt(i);
      if (c == '%') {
        bytes.write(escape(sent, i));
        i += 2;
      } else {
        bytes.write(c);
      }
    }
    return bytes.toByteArray();
  }

  private static int escape(String sent, int at) {
    try {
      return HexFormat.fromHexDigits(sent, at + 1, at + 3);
    } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
      throw Refusal.brokenEscape();
    }
  }

  /** RFC 3986: all but the unreserved characters. */
  private static String encoded(byte[] bytes) {
    var text = new StringBuilder(bytes.length);
    for (byte b : bytes) {
      char c = (char) (b & 0xff);
      boolean unreserved =
          (c >= 'A' && c <= 'Z')
              || (c >= 'a' && c <= 'z')
              || (c >= '0' && c <= '9')
              || "-._~".indexOf(c) >= 0;
      if (unreserved) {
        text.append(c);
      } else {
        HEX.toHexDigits(text.append('%'), b);
      }
    }
    return text.toString();
  }

  private static byte[] bytes(String wire) {
    return wire.getBytes(StandardCharsets.ISO_8859_1);
  }
}
