package io.longhaul.manifest;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/** Calls per second, minute or hour, written {@code 20/s}, {@code 600/m} or {@code 1000/h}. */
public record Rate(int calls, Duration period) implements Comparable<Rate> {

  /** A whole number from 1 and a unit of time. */
  static final String PATTERN = "[1-9][0-9]{0,6}/(s|m|h)";

  private static final Pattern PARTS = Pattern.compile("([1-9][0-9]{0,6})/(s|m|h)");
  private static final Map<String, Duration> PERIODS =
      Map.of("s", Duration.ofSeconds(1), "m", Duration.ofMinutes(1), "h", Duration.ofHours(1));

  /**
   * Reads {@code 20/s}.
   *
   * @throws IllegalArgumentException if it is written otherwise
   */
  public static Rate parse(String text) {
    var parts = PARTS.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("Not a rate such as 20/s: " + text);
    }
    var period = PERIODS.getOrDefault(parts.group(2), Duration.ofSeconds(1));
    return new Rate(Integer.parseInt(parts.group(1)), period);
  }

  /** By calls in the same time. */
  @Override
  public int compareTo(Rate other) {
    return Long.compare(calls * other.period.toSeconds(), other.calls * period.toSeconds());
  }

  @Override
  public String toString() {
    return calls + "/" + (period.toHours() == 1 ? "h" : period.toMinutes() == 1 ? "m" : "s");
  }
}
