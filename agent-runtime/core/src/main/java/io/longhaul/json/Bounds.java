package io.longhaul.json;

import io.longhaul.agent.Maximum;
import io.longhaul.agent.Minimum;
import java.lang.reflect.AnnotatedElement;
import java.math.BigDecimal;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Minimum} and {@link Maximum} say, both inclusive.
 *
 * @param least null: no least
 * @param greatest null: no greatest
 */
record Bounds(@Nullable BigDecimal least, @Nullable BigDecimal greatest) {

  static final Bounds NONE = new Bounds(null, null);

  static Bounds of(AnnotatedElement element) {
    var least = element.getAnnotation(Minimum.class);
    var greatest = element.getAnnotation(Maximum.class);
    return least == null && greatest == null
        ? NONE
        : new Bounds(
            least == null ? null : exact(least.value()),
            greatest == null ? null : exact(greatest.value()));
  }

  boolean none() {
    return least == null && greatest == null;
  }

  /** 20.0 as 20, so that messages and schemas show what the author wrote. */
  private static BigDecimal exact(double value) {
    var decimal = BigDecimal.valueOf(value).stripTrailingZeros();
    return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
  }

  /** The narrower of both. */
  Bounds within(Bounds range) {
    return new Bounds(
        narrower(least, range.least, BigDecimal::max),
        narrower(greatest, range.greatest, BigDecimal::min));
  }

  private static @Nullable BigDecimal narrower(
      @Nullable BigDecimal a, @Nullable BigDecimal b, BinaryOperator<BigDecimal> choose) {
    return a == null ? b : b == null ? a : choose.apply(a, b);
  }

  boolean hold(long value) {
    return none() || hold(BigDecimal.valueOf(value));
  }

  boolean hold(BigDecimal value) {
    return (least == null || value.compareTo(least) >= 0)
        && (greatest == null || value.compareTo(greatest) <= 0);
  }

  /** {@code a text of 1 to 20 characters} for {@code sized("a text", "characters")}. */
  String sized(String thing, String units) {
    return none() ? thing : thing + " of" + range() + " " + units;
  }

  /** {@code a number from 1 to 20} for {@code ranged("a number")}. */
  String ranged(String thing) {
    return none() ? thing : thing + (least != null && greatest != null ? " from" : " of") + range();
  }

  private String range() {
    if (least == null) {
      return " at most " + text(greatest);
    }
    return greatest == null
        ? " at least " + text(least)
        : " " + text(least) + " to " + text(greatest);
  }

  private static String text(@Nullable BigDecimal bound) {
    return bound == null ? "" : bound.toPlainString();
  }
}
