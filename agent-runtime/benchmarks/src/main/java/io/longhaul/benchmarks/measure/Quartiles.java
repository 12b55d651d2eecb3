package io.longhaul.benchmarks.measure;

import java.util.List;
import java.util.Locale;

/** Three numbers that describe a few rounds better than their mean: one bad round moves none. */
public record Quartiles(double lower, double median, double upper) {

  /**
   * Of at least one value, interpolated linearly between neighbours (type 7 of Hyndman and Fan).
   */
  public static Quartiles of(List<Double> values) {
    var sorted = values.stream().sorted().toList();
    return new Quartiles(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
  }

  private static double at(List<Double> sorted, double share) {
    var place = share * (sorted.size() - 1);
    var below = (int) place;
    var above = Math.min(below + 1, sorted.size() - 1);
    return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.2f (quartiles %.2f to %.2f)", median, lower, upper);
  }
}
