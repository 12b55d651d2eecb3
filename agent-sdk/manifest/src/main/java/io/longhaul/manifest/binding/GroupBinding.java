package io.longhaul.manifest.binding;

import io.longhaul.manifest.binding.Shape.Group;
import io.longhaul.manifest.binding.Shape.KeyShape;
import io.longhaul.manifest.binding.YamlValue.Fields;
import io.longhaul.manifest.binding.YamlValue.Scalar;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Binds maps to records. For one document. */
final class GroupBinding {

  private static final String NONE = "none";

  private final Map<String, String> defaults;
  private final Map<Class<?>, Object> given;
  private final Problems problems;
  private final Written written;
  private final ValueBinding values;

  GroupBinding(
      Map<String, String> defaults,
      Map<Class<?>, Object> given,
      Problems problems,
      Written written) {
    this.defaults = defaults;
    this.given = given;
    this.problems = problems;
    this.written = written;
    this.values = new ValueBinding(this, problems, written);
  }

  /**
   * Binds a map.
   *
   * @param path the map's full key, without the overlay it may stand in
   */
  Object bind(Group group, Fields fields, String path) {
    new UnknownKeys(problems).report(group, fields);
    return construct(
        group,
        group.components().stream()
            .map(component -> argument(group, component, fields, path))
            .toArray());
  }

  private @Nullable Object argument(
      Group group, RecordComponent component, Fields fields, String path) {
    var key = group.keys().get(Shapes.name(component));
    if (key == null) {
      return given.get(component.getType());
    }
    var inner = path.isEmpty() ? key.name() : path + "." + key.name();
    var value = fields.value(key.name());
    if (value != null) {
      return present(key, value, inner);
    }
    if (key.key().required()) {
      var expected = Expected.describe(key.shape(), false);
      problems.add(new Problem(fields.at().inside(key.name()), "nothing", expected));
    }
    return absent(key, inner);
  }

  private @Nullable Object present(KeyShape key, YamlValue value, String path) {
    if (key.noneAllowed() && isNone(value)) {
      written.note(path, value.at());
      return null;
    }
    var bound = values.bind(key.shape(), value, path, key.noneAllowed());
    if (bound == null) {
      written.refuse(path);
      return absent(key, path);
    }
    written.note(path, value.at());
    return bound;
  }

  private @Nullable Object absent(KeyShape key, String path) {
    var text = defaults.getOrDefault(path, key.key().byDefault());
    if (text.isEmpty()) {
      return key.key().required() ? StandIn.of(key.shape()) : null;
    }
    var value = YamlDocument.snippet(text);
    if (key.noneAllowed() && isNone(value)) {
      return null;
    }
    var aside = new GroupBinding(defaults, given, problems, new Written());
    return aside.values.bind(key.shape(), value, path, false);
  }

  private static boolean isNone(YamlValue value) {
    return value instanceof Scalar scalar && scalar.text().equals(NONE);
  }

  private static Object construct(Group group, @Nullable Object[] arguments) {
    var types = group.components().stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return group.type().getDeclaredConstructor(types).newInstance(arguments);
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException(group.type() + " cannot be made", broken);
    }
  }
}
