package io.longhaul.json;

import io.longhaul.agent.Secret;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * The mapper of everything that callers and agents exchange: snake_case names, enum constants by
 * their name, instants and durations in ISO 8601 ({@code PT10S}, which JSON Schema calls {@code
 * duration}; the short {@code 10s} is for manifests and configuration). It is strict: unknown and
 * repeated fields, null for a primitive, text for a number and 1.5 for a whole number are refused.
 */
public final class StrictJson {

  /** Levels of objects and lists within each other; deeper texts are malformed. */
  public static final int MAX_DEPTH = 100;

  /** Characters of one number; longer ones cost quadratic time to read. */
  public static final int MAX_NUMBER_LENGTH = 500;

  private static final SnakeCaseStrategy NAMES = new SnakeCaseStrategy();

  private StrictJson() {}

  /** A mapper, costly to make: one per service. Safe for concurrent use. */
  public static JsonMapper newMapper() {
    return JsonMapper.builder(JsonFactory.builder().streamReadConstraints(limits()).build())
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .addModule(new SimpleModule("longhaul").addSerializer(new NoSecrets()))
        .build();
  }

  /** The JSON name of a record's component. */
  static String nameOf(String component) {
    return NAMES.nameForField(null, null, component);
  }

  private static StreamReadConstraints limits() {
    return StreamReadConstraints.builder()
        .maxNestingDepth(MAX_DEPTH)
        .maxNumberLength(MAX_NUMBER_LENGTH)
        .build();
  }

  private static final class NoSecrets extends StdSerializer<Secret> {

    NoSecrets() {
      super(Secret.class);
    }

    @Override
    public void serialize(Secret value, JsonGenerator json, SerializationContext context) {
      context.reportBadDefinition(
          Secret.class, "a Secret is never written; leave it out, or reveal it knowingly");
    }
  }
}
