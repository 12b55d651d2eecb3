package io.longhaul.manifest.binding;

import io.longhaul.manifest.binding.Shape.Group;
import io.longhaul.manifest.binding.YamlValue.Fields;
import java.util.List;
import java.util.Map;

/** Binds YAML to a record by its {@link Key} annotations. Immutable. */
public final class Binder<T extends Record> {

  private final Class<T> type;
  private final Group shape;

  /** Takes the types with a notation of their own that the record's keys use. */
  public Binder(Class<T> type, List<ScalarType<?>> notations) {
    this.type = type;
    this.shape = new Shapes(notations).group(type);
  }

  /** Everything the record says about its keys. */
  Group shape() {
    return shape;
  }

  /**
   * Binds a map. A key that is wrong or missing is a problem, and its default or some other value
   * of its type takes its place, so that the rest can still be looked at.
   *
   * @param defaults defaults that other keys decide, as YAML by full key
   * @param given values of components that are no keys, by type
   */
  public Bound<T> bind(
      Fields root, Map<String, String> defaults, Map<Class<?>, Object> given, Problems problems) {
    var written = new Written();
    var binding = new GroupBinding(defaults, given, problems, written);
    return new Bound<>(type.cast(binding.bind(shape, root, "")), written);
  }

  /** A bound record and which of its keys are written. */
  public record Bound<T>(T value, Written written) {}
}
