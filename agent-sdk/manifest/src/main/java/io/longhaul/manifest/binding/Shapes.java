package io.longhaul.manifest.binding;

import io.longhaul.manifest.binding.Shape.Choice;
import io.longhaul.manifest.binding.Shape.Flag;
import io.longhaul.manifest.binding.Shape.Free;
import io.longhaul.manifest.binding.Shape.Group;
import io.longhaul.manifest.binding.Shape.KeyShape;
import io.longhaul.manifest.binding.Shape.ListOf;
import io.longhaul.manifest.binding.Shape.MapOf;
import io.longhaul.manifest.binding.Shape.Notation;
import io.longhaul.manifest.binding.Shape.Text;
import io.longhaul.manifest.binding.Shape.TextRule;
import io.longhaul.manifest.binding.Shape.Whole;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads shapes off records and their {@link Key} annotations. */
final class Shapes {

  private final Map<Class<?>, ScalarType<?>> notations;

  Shapes(List<ScalarType<?>> notations) {
    this.notations =
        notations.stream().collect(Collectors.toMap(ScalarType::type, Function.identity()));
  }

  Group group(Class<?> type) {
    var components = List.of(type.getRecordComponents());
    var keys = new LinkedHashMap<String, KeyShape>();
    for (var component : components) {
      var key = component.getAnnotation(Key.class);
      if (key != null) {
        var shape = shape(component.getGenericType(), key);
        keys.put(name(component), new KeyShape(name(component), key, shape));
      }
    }
    return new Group(type, components, keys);
  }

  static String name(RecordComponent component) {
    var key = component.getAnnotation(Key.class);
    return key == null || key.name().isEmpty() ? Words.kebab(component.getName()) : key.name();
  }

  private Shape shape(Type type, Key key) {
    return switch (type) {
      case ParameterizedType list when list.getRawType() == List.class ->
          new ListOf(shape(list.getActualTypeArguments()[0], key), (int) bound(key.minimum(), 0));
      case ParameterizedType map when map.getRawType() == Map.class ->
          new MapOf(rule(key.names()), shape(map.getActualTypeArguments()[1], key));
      case Class<?> plain -> plain(plain, key);
      default -> throw new IllegalArgumentException("Keys cannot be of type " + type);
    };
  }

  private Shape plain(Class<?> type, Key key) {
    var notation = notations.get(type);
    if (notation != null) {
      return new Notation(notation, key.minimum(), key.maximum());
    }
    if (type.isEnum()) {
      return words(type);
    }
    if (type.isSealed()) {
      return choice(type);
    }
    return type.isRecord() && type != JsonText.class ? group(type) : builtIn(type, key);
  }

  private static Shape builtIn(Class<?> type, Key key) {
    if (type == String.class) {
      return new Text(rule(key.text()), key.literal());
    }
    if (type == boolean.class) {
      return new Flag();
    }
    if (type == int.class || type == Integer.class) {
      return new Whole(
          bound(key.minimum(), 0),
          bound(key.maximum(), Integer.MAX_VALUE),
          Arrays.stream(key.oneOf()).boxed().toList());
    }
    if (type == JsonText.class) {
      return new Free();
    }
    throw new IllegalArgumentException("Keys cannot be of type " + type.getName());
  }

  private static Shape words(Class<?> type) {
    var constants = new LinkedHashMap<String, Object>();
    Arrays.stream(type.getEnumConstants())
        .map(Enum.class::cast)
        .forEach(constant -> constants.put(Words.of(constant), constant));
    return new Shape.Words(constants);
  }

  private Choice choice(Class<?> type) {
    var choices = new LinkedHashMap<String, Group>();
    for (var permitted : type.getPermittedSubclasses()) {
      choices.put(Words.kebab(permitted.getSimpleName()), group(permitted));
    }
    return new Choice(choices);
  }

  private static @Nullable TextRule rule(Key.Pattern pattern) {
    return pattern.regex().isEmpty() ? null : new TextRule(pattern.regex(), pattern.expected());
  }

  private static long bound(String text, long otherwise) {
    return text.isEmpty() ? otherwise : Long.parseLong(text);
  }
}
