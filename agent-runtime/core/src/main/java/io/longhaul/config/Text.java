package io.longhaul.config;

import io.longhaul.agent.Secret;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns the text of a value into the type of its component. */
final class Text {

  private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");

  private record Kind(String wanted, Function<String, Object> parse) {}

  private static final Kind INT = new Kind("a whole number", Integer::valueOf);
  private static final Kind LONG = new Kind("a whole number", Long::valueOf);
  private static final Kind DOUBLE = new Kind("a number", Double::valueOf);
  private static final Kind BOOLEAN = new Kind("true or false", Text::truth);

  private static final Map<Type, Kind> KINDS =
      Map.ofEntries(
          Map.entry(String.class, new Kind("a text", text -> text)),
          Map.entry(Secret.class, new Kind("a text", Secret::new)),
          Map.entry(int.class, INT),
          Map.entry(Integer.class, INT),
          Map.entry(long.class, LONG),
          Map.entry(Long.class, LONG),
          Map.entry(double.class, DOUBLE),
          Map.entry(Double.class, DOUBLE),
          Map.entry(boolean.class, BOOLEAN),
          Map.entry(Boolean.class, BOOLEAN),
          Map.entry(BigDecimal.class, new Kind("a number", BigDecimal::new)),
          Map.entry(URI.class, new Kind("a URI", URI::create)),
          Map.entry(Duration.class, new Kind("a duration such as 10s", Text::duration)));

  private Text() {}

  /**
   * Parses a text.
   *
   * @param shown whether a message may show it
   * @throws IllegalArgumentException if it does not fit, saying what would
   */
  static Object parse(String text, Type type, boolean shown) {
    var kind = kind(type);
    try {
      return kind.parse().apply(text.strip());
    } catch (IllegalArgumentException _) {
      var found =
          shown ? "is \"" + text.replaceAll("[\\p{Cc}\\u2028\\u2029]", "?") + "\"" : "does not fit";
      throw new IllegalArgumentException(found + "; expected " + kind.wanted());
    }
  }

  private static Kind kind(Type type) {
    var kind = KINDS.get(type);
    if (kind != null) {
      return kind;
    }
    if (type instanceof Class<?> plain && plain.isEnum()) {
      return choice(plain);
    }
    throw new IllegalArgumentException(
        "cannot become %s; use a text, number, boolean, enum, Duration, Secret or a list of these"
            .formatted(type.getTypeName()));
  }

  /** Enum constants by name, in any case, {@code -} for {@code _}. */
  private static Kind choice(Class<?> type) {
    var constants =
        Arrays.stream(type.getEnumConstants())
            .collect(Collectors.toMap(constant -> ((Enum<?>) constant).name(), c -> (Object) c));
    return new Kind(
        "one of " + String.join(", ", constants.keySet().stream().sorted().toList()),
        text -> {
          var constant = constants.get(Keys.variable(text));
          if (constant == null) {
            throw new IllegalArgumentException("unknown");
          }
          return constant;
        });
  }

  private static Object truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("neither");
    };
  }

  private static Object duration(String text) {
    var parts = DURATION.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not of the form");
    }
    long amount = Long.parseLong(parts.group(1));
    return switch (parts.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }
}
