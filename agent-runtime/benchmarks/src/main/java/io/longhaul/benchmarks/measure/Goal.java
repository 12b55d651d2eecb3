package io.longhaul.benchmarks.measure;

import java.util.Locale;

/**
 * What a ratio should be. It is missed only when even the better quartile misses it, because the
 * machines that run this are shared.
 */
public record Goal(double limit, boolean atLeast) {

  public static Goal atLeast(double limit) {
    return new Goal(limit, true);
  }

  public static Goal atMost(double limit) {
    return new Goal(limit, false);
  }

  /** Whether the better quartile reaches the limit. */
  public boolean reachedBy(Quartiles ratio) {
    return atLeast ? ratio.upper() >= limit : ratio.lower() <= limit;
  }

  /** One line: the ratio, the goal, and whether it is reached. */
  public String judge(String name, Quartiles ratio) {
    return String.format(
        Locale.ROOT,
        "%s: %s, goal at %s %.2f: %s",
        name,
        ratio,
        atLeast ? "least" : "most",
        limit,
        reachedBy(ratio) ? "reached" : "MISSED");
  }
}
