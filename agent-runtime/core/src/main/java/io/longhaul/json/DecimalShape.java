package io.longhaul.json;

import java.math.BigDecimal;
import java.util.function.Function;
import tools.jackson.core.JsonParser;

/** A number. What is too large for the type is refused, not turned into infinity. */
record DecimalShape(Bounds bounds, BigDecimal largest, Function<BigDecimal, Object> become)
    implements Shape {

  /** Writing out a BigDecimal of a huge exponent would fill the memory. */
  private static final BigDecimal LARGEST =
      BigDecimal.ONE.scaleByPowerOfTen(StrictJson.MAX_NUMBER_LENGTH);

  static boolean knows(Class<?> type) {
    return type == double.class || type == float.class || type == BigDecimal.class;
  }

  static DecimalShape of(Class<?> type, Bounds bounds) {
    if (type == BigDecimal.class) {
      return new DecimalShape(bounds, LARGEST, value -> value);
    }
    return type == float.class
        ? new DecimalShape(bounds, BigDecimal.valueOf(Float.MAX_VALUE), BigDecimal::floatValue)
        : new DecimalShape(bounds, BigDecimal.valueOf(Double.MAX_VALUE), BigDecimal::doubleValue);
  }

  @Override
  public Object read(JsonParser json) {
    if (!json.currentToken().isNumeric()) {
      throw Misfit.expected(json, bounds.ranged("a number"));
    }
    var value = exact(json);
    if (value.abs().compareTo(largest) > 0) {
      throw Misfit.at(json, "the number is too large");
    }
    if (!bounds.hold(value)) {
      throw Misfit.expected(json, bounds.ranged("a number"));
    }
    return become.apply(value);
  }

  /** The number at the parser's token, which Jackson cannot hold if its exponent is monstrous. */
  static BigDecimal exact(JsonParser json) {
    try {
      return json.getDecimalValue();
    } catch (NumberFormatException monstrous) {
      throw Misfit.at(json, "the number is too large");
    }
  }
}
