package io.longhaul.testing;

import io.longhaul.agent.Secret;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Reads a config record from texts: {@code openaiApiKey} is {@code OPENAI_API_KEY}. */
final class ConfigRecord {

  private static final PropertyNamingStrategies.UpperSnakeCaseStrategy KEY =
      new PropertyNamingStrategies.UpperSnakeCaseStrategy();

  private static final JsonMapper TEXTS =
      JsonMapper.builder()
          .propertyNamingStrategy(KEY)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .addModule(
              new SimpleModule()
                  .addDeserializer(Duration.class, new DurationText())
                  .addDeserializer(Secret.class, new SecretText()))
          .build();

  private ConfigRecord() {}

  static <C> C read(Class<C> type, Map<String, String> values) {
    var found = new TreeMap<String, Object>();
    for (var component : type.getRecordComponents()) {
      var key = KEY.nameForField(null, null, component.getName());
      var value = values.get(key);
      if (value != null) {
        found.put(key, component.getType() == List.class ? list(value) : value);
      } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        throw missing(type, component, key);
      }
    }
    try {
      return TEXTS.convertValue(found, type);
    } catch (JacksonException misfit) {
      throw new IllegalArgumentException(
          "config of " + type.getSimpleName() + ": " + misfit.getMessage(), misfit);
    }
  }

  private static IllegalArgumentException missing(
      Class<?> type, RecordComponent component, String key) {
    return new IllegalArgumentException(
        "%s.%s has no value: add .config(\"%s\", ...); agent.yaml's defaults are not read here"
            .formatted(type.getSimpleName(), component.getName(), key));
  }

  private static List<String> list(String value) {
    return Arrays.stream(value.split(",", -1))
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .toList();
  }

  private static final class SecretText extends StdDeserializer<Secret> {

    SecretText() {
      super(Secret.class);
    }

    @Override
    public Secret deserialize(JsonParser parser, DeserializationContext context) {
      return new Secret(parser.getString());
    }
  }

  /** {@code 10s}, {@code 5m}: the parts of an ISO duration in the house's short form. */
  private static final class DurationText extends StdDeserializer<Duration> {

    private static final Pattern SHORT = Pattern.compile("(\\d+)(ms|s|m|h|d)");

    DurationText() {
      super(Duration.class);
    }

    @Override
    public Duration deserialize(JsonParser parser, DeserializationContext context) {
      var text = parser.getString();
      var parts = SHORT.matcher(text.strip().toLowerCase(Locale.ROOT));
      if (!parts.matches()) {
        throw context.weirdStringException(
            text, Duration.class, "write it as 500ms, 10s, 5m, 2h or 1d");
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
}
