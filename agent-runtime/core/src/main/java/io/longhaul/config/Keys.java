package io.longhaul.config;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.PropertyNamingStrategies.UpperSnakeCaseStrategy;

/** Names of values: {@code a/b-c}, {@code A_B_C} and the component {@code aBC} are the same. */
final class Keys {

  private static final Pattern DANGEROUS =
      Pattern.compile("PATH|LD_.*|JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS|_JAVA_OPTIONS|AWS_.*");

  private static final UpperSnakeCaseStrategy COMPONENTS =
      new PropertyNamingStrategies.UpperSnakeCaseStrategy();

  private Keys() {}

  /** The form that an environment variable can have. */
  static String variable(String key) {
    return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }

  static boolean isVariable(String key) {
    return key.matches("[A-Za-z_][A-Za-z0-9_]*");
  }

  static String ofComponent(String component) {
    return COMPONENTS.nameForField(null, null, component);
  }

  /** The value under the key as written, else under another form of it, first in order. */
  static Optional<String> find(Map<String, String> values, String key) {
    var exact = values.get(key);
    return exact != null
        ? Optional.of(exact)
        : new TreeMap<>(values)
            .entrySet().stream()
                .filter(entry -> variable(entry.getKey()).equals(variable(key)))
                .map(Map.Entry::getValue)
                .findFirst();
  }

  /**
   * Whether a key would change how processes start, or how they sign: what the manifest's reader
   * refuses too.
   */
  static boolean refused(String key) {
    return DANGEROUS.matcher(variable(key)).matches();
  }
}
