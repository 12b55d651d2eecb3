package io.longhaul.testing;

import io.longhaul.agent.Default;
import io.longhaul.agent.InvalidInput;
import java.lang.reflect.RecordComponent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Values on their way through JSON, as in the service: snake_case, strict. Bounds and formats are
 * the service's to check; an agent never sees a value outside of them.
 */
final class Wire {

  private static final SnakeCaseStrategy SNAKE_CASE = new SnakeCaseStrategy();

  private final JsonMapper mapper =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  JsonNode write(Object value) {
    return mapper.valueToTree(value);
  }

  JavaType type(Class<?> type) {
    return mapper.constructType(type);
  }

  /** Reads back what was written. */
  <T> T read(JsonNode json, Class<T> type) {
    return mapper.treeToValue(json, type);
  }

  JsonNode parse(String json) {
    return mapper.readTree(json);
  }

  /** Reads an input, filling in what {@link Default} names. */
  Object bind(JsonNode json, JavaType type) {
    try {
      fill(json, type);
      return mapper.readerFor(type).readValue(json);
    } catch (JacksonException misfit) {
      var path = new StringBuilder();
      for (var step : misfit.getPath()) {
        path.append(step.getPropertyName() == null ? "[" + step.getIndex() + "]" : dot(path, step));
      }
      throw new InvalidInput(path.toString(), misfit.getOriginalMessage());
    }
  }

  private static String dot(StringBuilder path, JacksonException.Reference step) {
    return (path.isEmpty() ? "" : ".") + step.getPropertyName();
  }

  private void fill(JsonNode json, JavaType type) {
    if (json.isArray() && type.getContentType() != null) {
      json.forEach(element -> fill(element, type.getContentType()));
    } else if (json instanceof ObjectNode object && type.getRawClass().isRecord()) {
      for (var component : type.getRawClass().getRecordComponents()) {
        fill(object, component);
      }
    }
  }

  private void fill(ObjectNode object, RecordComponent component) {
    var name = SNAKE_CASE.nameForField(null, null, component.getName());
    var given = object.get(name);
    var byDefault = component.getAnnotation(Default.class);
    if (given != null) {
      fill(given, mapper.constructType(component.getGenericType()));
    } else if (byDefault != null) {
      object.set(name, literal(byDefault.value()));
    } else if (mayBeAbsent(component)) {
      object.putNull(name);
    }
  }

  private static boolean mayBeAbsent(RecordComponent component) {
    return component.getType() == Optional.class
        || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  /** A text may stand without quotes. */
  private JsonNode literal(String value) {
    try {
      return mapper.readTree(value);
    } catch (JacksonException notJson) {
      return mapper.getNodeFactory().stringNode(value);
    }
  }
}
