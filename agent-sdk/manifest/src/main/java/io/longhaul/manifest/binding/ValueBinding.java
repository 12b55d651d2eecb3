package io.longhaul.manifest.binding;

import io.longhaul.manifest.binding.Shape.Choice;
import io.longhaul.manifest.binding.Shape.Flag;
import io.longhaul.manifest.binding.Shape.Free;
import io.longhaul.manifest.binding.Shape.Group;
import io.longhaul.manifest.binding.Shape.ListOf;
import io.longhaul.manifest.binding.Shape.MapOf;
import io.longhaul.manifest.binding.Shape.TextRule;
import io.longhaul.manifest.binding.YamlValue.Fields;
import io.longhaul.manifest.binding.YamlValue.Items;
import io.longhaul.manifest.binding.YamlValue.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Binds values of any shape; null stands for a value that is wrong and has been reported. */
final class ValueBinding {

  private final GroupBinding groups;
  private final Problems problems;
  private final Written written;
  private final ScalarBinding scalars;

  ValueBinding(GroupBinding groups, Problems problems, Written written) {
    this.groups = groups;
    this.problems = problems;
    this.written = written;
    this.scalars = new ScalarBinding(problems);
  }

  @Nullable Object bind(Shape shape, YamlValue value, String path, boolean noneAllowed) {
    return switch (shape) {
      case Group group when value instanceof Fields fields -> groups.bind(group, fields, path);
      case MapOf map when value instanceof Fields fields -> map(map, fields, path);
      case ListOf list when value instanceof Items items -> list(list, items, path);
      case Choice choice when value instanceof Fields fields -> choose(choice, fields, path);
      case Free _ -> new JsonText(JsonWriter.write(value));
      case Flag _ when value instanceof Scalar flag && flag.type() == YamlValue.Type.FLAG ->
          Boolean.parseBoolean(flag.text());
      default -> scalars.bind(shape, value, noneAllowed);
    };
  }

  private Object map(MapOf shape, Fields fields, String path) {
    var map = new LinkedHashMap<String, Object>();
    fields
        .fields()
        .forEach((name, field) -> {
          checkName(shape.names(), name, field.at());
          written.note(path + "." + name, field.at());
          var value = bind(shape.value(), field.value(), path + "." + name, false);
          map.put(name, value == null ? StandIn.of(shape.value()) : value);
        });
    return map;
  }

  private void checkName(@Nullable TextRule rule, String name, Position at) {
    if (rule != null && !name.matches(rule.regex())) {
      problems.add(new Problem(at, "the name " + Found.quote(name), rule.expected()));
    }
  }

  private Object list(ListOf shape, Items items, String path) {
    if (items.items().size() < shape.minimum()) {
      var expected = "at least " + shape.minimum();
      problems.add(new Problem(items.at(), items.items().size() + " items", expected));
    }
    var list = new ArrayList<Object>();
    for (int i = 0; i < items.items().size(); i++) {
      var value = bind(shape.item(), items.items().get(i), path + "[" + i + "]", false);
      list.add(value == null ? StandIn.of(shape.item()) : value);
    }
    return list;
  }

  private @Nullable Object choose(Choice shape, Fields fields, String path) {
    var names = fields.fields().keySet();
    if (names.size() != 1) {
      var found = names.isEmpty() ? "an empty map" : String.join(" and ", names) + " in one item";
      problems.add(new Problem(fields.at(), found, Expected.describe(shape, false)));
      return null;
    }
    var name = names.iterator().next();
    var choice = shape.choices().get(name);
    if (choice == null) {
      var at = Objects.requireNonNull(fields.fields().get(name)).at();
      problems.add(
          new Problem(at, "an unknown key", Expected.describe(shape, false))
              .nearest(Nearest.to(name, shape.choices().keySet()).orElse(null)));
      return null;
    }
    var value = Objects.requireNonNull(fields.value(name));
    return bind(choice, value, path + "." + name, false);
  }
}
