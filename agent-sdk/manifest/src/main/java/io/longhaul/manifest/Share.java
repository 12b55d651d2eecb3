package io.longhaul.manifest;

import java.util.regex.Pattern;

/**
 * A part of a whole, written {@code 60%}.
 *
 * @param percent more than 0, at most 100
 */
public record Share(int percent) implements Comparable<Share> {

  /** A whole percentage from 1 to 100. */
  static final String PATTERN = "([1-9][0-9]?|100)%";

  private static final Pattern WHOLE = Pattern.compile(PATTERN);

  /** Refuses what is no share. */
  public Share {
    if (percent < 1 || percent > 100) {
      throw new IllegalArgumentException("A share is 1% to 100%: " + percent + "%");
    }
  }

  /**
   * Reads {@code 60%}.
   *
   * @throws IllegalArgumentException if it is written otherwise
   */
  public static Share parse(String text) {
    if (!WHOLE.matcher(text).matches()) {
      throw new IllegalArgumentException("Not a share such as 60%: " + text);
    }
    return new Share(Integer.parseInt(text.substring(0, text.length() - 1)));
  }

  /** Between 0 and 1. */
  public double fraction() {
    return percent / 100.0;
  }

  @Override
  public int compareTo(Share other) {
    return Integer.compare(percent, other.percent);
  }

  @Override
  public String toString() {
    return percent + "%";
  }
}
