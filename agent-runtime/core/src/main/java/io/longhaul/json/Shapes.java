package io.longhaul.json;

import io.longhaul.agent.Default;
import io.longhaul.agent.Format;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Makes the shapes of an input record, once per service. Not safe for concurrent use. */
final class Shapes {

  private static final Map<Class<?>, Class<?>> PRIMITIVES =
      Map.of(
          Integer.class, int.class,
          Long.class, long.class,
          Short.class, short.class,
          Byte.class, byte.class,
          Double.class, double.class,
          Float.class, float.class,
          Boolean.class, boolean.class);

  private final JsonMapper mapper;
  private final Map<Class<?>, RecordShape> records = new HashMap<>();

  Shapes(JsonMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * The shape of a record.
   *
   * @throws IllegalArgumentException if a component's type or annotation cannot be used
   */
  RecordShape record(Class<?> type) {
    var known = records.get(type);
    if (known != null) {
      return known;
    }
    if (type.getTypeParameters().length > 0) {
      throw new IllegalArgumentException(
          type.getName() + " has type parameters; an input needs records without any");
    }
    var shape = new RecordShape(type, constructor(type));
    records.put(type, shape);
    shape.fill(Arrays.stream(type.getRecordComponents()).map(this::field).toList());
    return shape;
  }

  private RecordShape.Field field(RecordComponent component) {
    try {
      var shape = shape(component);
      var name = StrictJson.nameOf(component.getName());
      var byDefault = component.getAnnotation(Default.class);
      if (byDefault != null) {
        var literal = Literal.read(mapper, shape, byDefault.value());
        return new RecordShape.Field(name, shape, false, literal.value(), literal.json());
      }
      return shape instanceof NullableShape nullable
          ? new RecordShape.Field(name, shape, false, nullable.absent(), null)
          : new RecordShape.Field(name, shape, true, null, null);
    } catch (RuntimeException unusable) {
      throw new IllegalArgumentException(
          component.getDeclaringRecord().getName()
              + "."
              + component.getName()
              + ": "
              + unusable.getMessage(),
          unusable);
    }
  }

  private Shape shape(RecordComponent component) {
    var bounds = Bounds.of(component);
    var format = component.getAnnotation(Format.class);
    return shape(component.getAnnotatedType(), bounds, format == null ? null : format.value());
  }

  private Shape shape(AnnotatedType type, Bounds bounds, @Nullable String format) {
    var raw = raw(type);
    if (raw == Optional.class) {
      return new NullableShape(shape(argument(type, 0), bounds, format), true);
    }
    var shape = notNull(type, raw, bounds, format);
    return type.isAnnotationPresent(Nullable.class) ? new NullableShape(shape, false) : shape;
  }

  private Shape notNull(AnnotatedType type, Class<?> raw, Bounds bounds, @Nullable String format) {
    if (raw == String.class) {
      return Formats.text(format == null ? "" : format, bounds);
    }
    if (format != null) {
      throw new IllegalArgumentException("@Format is for texts, not for " + raw.getSimpleName());
    }
    if (raw == List.class || raw == Collection.class || raw == Set.class) {
      return new ListShape(element(type, 0), bounds, raw == Set.class);
    }
    if (raw == Map.class) {
      if (raw(argument(type, 0)) != String.class) {
        throw new IllegalArgumentException("the keys of a map in an input are texts");
      }
      return new MapShape(element(type, 1), bounds);
    }
    return number(raw, bounds).orElseGet(() -> unbounded(raw, bounds));
  }

  private static Optional<Shape> number(Class<?> raw, Bounds bounds) {
    var primitive = unboxed(raw);
    return DecimalShape.knows(primitive)
        ? Optional.of(DecimalShape.of(primitive, bounds))
        : Optional.ofNullable(WholeShape.of(primitive, bounds));
  }

  /** The primitive type of a boxed one; every other type as it is. */
  static Class<?> unboxed(Class<?> type) {
    return PRIMITIVES.getOrDefault(type, type);
  }

  private Shape unbounded(Class<?> raw, Bounds bounds) {
    if (!bounds.none()) {
      throw new IllegalArgumentException(
          "@Minimum and @Maximum are for numbers, texts, lists and maps, not for "
              + raw.getSimpleName());
    }
    if (raw == boolean.class || raw == Boolean.class) {
      return new BooleanShape();
    }
    if (Texts.knows(raw)) {
      var kind = Texts.kind(raw);
      return new TextShape(Bounds.NONE, kind.wanted(), null, kind.parse());
    }
    return raw.isEnum() ? EnumShape.of(raw) : structure(raw);
  }

  private Shape structure(Class<?> raw) {
    if (raw.isRecord()) {
      return record(raw);
    }
    if (raw == Object.class) {
      return new AnyShape();
    }
    if (raw.isInterface() || (Modifier.isAbstract(raw.getModifiers()) && !raw.isArray())) {
      throw new IllegalArgumentException(
          raw.getName()
              + " cannot be read from JSON; use a record, List, Set, Map, Optional, text, number,"
              + " boolean, enum or a type of java.time");
    }
    return new JacksonShape(mapper.readerFor(raw), raw.getSimpleName());
  }

  private Shape element(AnnotatedType type, int argument) {
    return shape(argument(type, argument), Bounds.NONE, null);
  }

  private static AnnotatedType argument(AnnotatedType type, int index) {
    if (!(type instanceof AnnotatedParameterizedType parameterized)) {
      throw new IllegalArgumentException(type + " does not say of what");
    }
    var argument = parameterized.getAnnotatedActualTypeArguments()[index];
    return argument instanceof AnnotatedWildcardType wildcard
        ? wildcard.getAnnotatedUpperBounds()[0]
        : argument;
  }

  private static Class<?> raw(AnnotatedType type) {
    return switch (type.getType()) {
      case Class<?> plain -> plain;
      case java.lang.reflect.ParameterizedType generic -> (Class<?>) generic.getRawType();
      default -> throw new IllegalArgumentException(type.getType() + " is not known here");
    };
  }

  private static MethodHandle constructor(Class<?> type) {
    var types = new ArrayList<Class<?>>();
    for (var component : type.getRecordComponents()) {
      types.add(component.getType());
    }
    try {
      Constructor<?> canonical = type.getDeclaredConstructor(types.toArray(Class<?>[]::new));
      canonical.setAccessible(true); // records of an agent's own need not be public
      return MethodHandles.lookup()
          .unreflectConstructor(canonical)
          .asFixedArity()
          .asSpreader(Object[].class, types.size())
          .asType(java.lang.invoke.MethodType.methodType(Object.class, Object[].class));
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalArgumentException(type.getName() + " cannot be constructed", impossible);
    }
  }
}
