package io.longhaul.config;

import io.longhaul.agent.Secret;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Binds values to a record: {@code openaiApiKey} is {@code OPENAI_API_KEY}. Used once. */
final class ConfigRecord<C> {

  private final Class<C> type;
  private final Effective effective;
  private final List<String> problems = new ArrayList<>();

  ConfigRecord(Class<C> type, Effective effective) {
    this.type = type;
    this.effective = effective;
  }

  C read() {
    if (!type.isRecord()) {
      throw new IllegalArgumentException(type.getName() + " is no record");
    }
    var components = type.getRecordComponents();
    var values = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = value(components[i]);
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "The configuration " + type.getSimpleName() + ": " + String.join("; ", problems));
    }
    return construct(components, values);
  }

  private @Nullable Object value(RecordComponent component) {
    var key = Keys.ofComponent(component.getName());
    var found =
        effective.entries().entrySet().stream()
            .filter(entry -> Keys.variable(entry.getKey()).equals(key))
            .findFirst();
    if (found.isEmpty()) {
      problems.add("the manifest declares no %s; add it under config".formatted(key));
      return null;
    }
    try {
      return value(component, found.get());
    } catch (IllegalArgumentException misfit) {
      problems.add(found.get().getKey() + " " + misfit.getMessage());
      return null;
    }
  }

  private static @Nullable Object value(
      RecordComponent component, Map.Entry<String, Effective.Entry> found) {
    var entry = found.getValue();
    var target = component.getGenericType();
    boolean optional = component.getType() == Optional.class;
    if (optional || component.getType() == List.class) {
      target = ((ParameterizedType) target).getActualTypeArguments()[0];
    }
    if (entry.key().secret() && target != Secret.class) {
      throw new IllegalArgumentException("is a secret: its component must be a Secret");
    }
    if (entry.value() == null) {
      return absent(component);
    }
    var value =
        component.getType() == List.class
            ? list(entry.value(), target)
            : Text.parse(entry.value(), target, !entry.key().secret());
    return optional ? Optional.of(value) : value;
  }

  private static List<Object> list(String value, Type element) {
    return Config.split(value).stream().map(part -> Text.parse(part, element, true)).toList();
  }

  private static @Nullable Object absent(RecordComponent component) {
    if (component.getType() == Optional.class) {
      return Optional.empty();
    }
    if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
      return null;
    }
    throw new IllegalArgumentException(
        "may be without a value, and has none: make its component nullable or give it a default");
  }

  private C construct(RecordComponent[] components, @Nullable Object[] values) {
    try {
      var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true); // records of an agent's own need not be public
      return constructor.newInstance(values);
    } catch (InvocationTargetException refused) {
      throw new IllegalArgumentException(
          "The configuration %s was refused: %s"
              .formatted(type.getSimpleName(), refused.getCause()),
          refused.getCause());
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalArgumentException(type.getName() + " cannot be constructed", impossible);
    }
  }
}
