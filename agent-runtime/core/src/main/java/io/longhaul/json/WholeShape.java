package io.longhaul.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** A whole number. 1.0 and 1e3 are whole, as JSON Schema has it; 1.5 and "1" are not. */
record WholeShape(Bounds bounds, Function<Number, Object> become) implements Shape {

  /** Digits before the point; longer ones fit no type but BigInteger and are refused there too. */
  private static final int MAX_DIGITS = StrictJson.MAX_NUMBER_LENGTH;

  private static final Map<Class<?>, WholeShape> TYPES =
      Map.of(
          byte.class, of(Byte.MIN_VALUE, Byte.MAX_VALUE, Number::byteValue),
          short.class, of(Short.MIN_VALUE, Short.MAX_VALUE, Number::shortValue),
          int.class, of(Integer.MIN_VALUE, Integer.MAX_VALUE, Number::intValue),
          long.class, of(Long.MIN_VALUE, Long.MAX_VALUE, Number::longValue),
          BigInteger.class, new WholeShape(Bounds.NONE, WholeShape::big));

  private static WholeShape of(long low, long high, Function<Number, Object> become) {
    return new WholeShape(new Bounds(BigDecimal.valueOf(low), BigDecimal.valueOf(high)), become);
  }

  /** The shape of a primitive type or BigInteger, null for every other type. */
  static @Nullable WholeShape of(Class<?> type, Bounds bounds) {
    var plain = TYPES.get(type);
    if (plain == null) {
      return null;
    }
    return new WholeShape(bounds.within(plain.bounds), plain.become);
  }

  /** What a type can hold; no bounds for BigInteger, and for what is no whole number. */
  static Bounds range(Class<?> type) {
    var plain = TYPES.get(Shapes.unboxed(type));
    return plain == null ? Bounds.NONE : plain.bounds;
  }

  @Override
  public Object read(JsonParser json) {
    if (json.hasToken(JsonToken.VALUE_NUMBER_INT)
        && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
      long value = json.getLongValue();
      if (bounds.hold(value)) {
        return become.apply(value);
      }
    } else if (json.hasToken(JsonToken.VALUE_NUMBER_INT)
        || json.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
      var value = DecimalShape.exact(json);
      if (whole(value) && bounds.hold(value)) {
        return become.apply(value.toBigIntegerExact());
      }
    }
    throw Misfit.expected(json, bounds.ranged("a whole number"));
  }

  /** Also refuses 1e1000000000, whose digits nobody wants to write out. */
  private static boolean whole(BigDecimal value) {
    return (long) value.precision() - value.scale() <= MAX_DIGITS
        && value.stripTrailingZeros().scale() <= 0;
  }

  private static Object big(Number number) {
    return number instanceof BigInteger big ? big : BigInteger.valueOf(number.longValue());
  }
}
