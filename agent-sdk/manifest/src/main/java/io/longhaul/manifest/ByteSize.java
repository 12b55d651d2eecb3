package io.longhaul.manifest;

import java.util.Map;
import java.util.regex.Pattern;

/** A number of bytes, written {@code 6MB}; units are powers of 1,024. */
public record ByteSize(long bytes) implements Comparable<ByteSize> {

  /** B, KB, MB or GB after a whole number. */
  static final String PATTERN = "[0-9]{1,9}(B|KB|MB|GB)";

  private static final Pattern PARTS = Pattern.compile("([0-9]{1,9})(B|KB|MB|GB)");
  private static final Map<String, Long> UNITS =
      Map.of("B", 1L, "KB", 1L << 10, "MB", 1L << 20, "GB", 1L << 30);

  /** Refuses negative sizes. */
  public ByteSize {
    if (bytes < 0) {
      throw new IllegalArgumentException("A size is at least 0 bytes: " + bytes);
    }
  }

  /**
   * Reads {@code 6MB}.
   *
   * @throws IllegalArgumentException if it is written otherwise
   */
  public static ByteSize parse(String text) {
    var parts = PARTS.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("Not a size such as 6MB: " + text);
    }
    return new ByteSize(Long.parseLong(parts.group(1)) * UNITS.getOrDefault(parts.group(2), 1L));
  }

  @Override
  public int compareTo(ByteSize other) {
    return Long.compare(bytes, other.bytes);
  }

  /** The shortest way to write it. */
  @Override
  public String toString() {
    for (var unit : new String[] {"GB", "MB", "KB"}) {
      var size = UNITS.getOrDefault(unit, 1L);
      if (bytes > 0 && bytes % size == 0) {
        return bytes / size + unit;
      }
    }
    return bytes + "B";
  }
}
