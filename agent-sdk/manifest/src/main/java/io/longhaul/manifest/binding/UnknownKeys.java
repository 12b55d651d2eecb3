package io.longhaul.manifest.binding;

import io.longhaul.manifest.binding.Shape.Group;
import io.longhaul.manifest.binding.YamlValue.Fields;
import java.util.Map;
import java.util.Optional;

/** Reports keys that a record does not have. */
final class UnknownKeys {

  private final Problems problems;

  UnknownKeys(Problems problems) {
    this.problems = problems;
  }

  void report(Group group, Fields fields) {
    fields
        .fields()
        .forEach((name, field) -> {
          if (!group.keys().containsKey(name)) {
            report(group, name, field.at());
          }
        });
  }

  private void report(Group group, String name, Position at) {
    var nearest = Nearest.to(name, group.keys().keySet()).or(() -> below(group, name));
    var expected = Expected.oneOf(group.keys().keySet());
    problems.add(new Problem(at, "an unknown key", expected).nearest(nearest.orElse(null)));
  }

  /** The full key of the same name some levels deeper: {@code cpu} is {@code resources.cpu}. */
  private static Optional<String> below(Group group, String name) {
    for (Map.Entry<String, Shape.KeyShape> entry : group.keys().entrySet()) {
      if (entry.getValue().shape() instanceof Group inner) {
        var deeper = inner.keys().containsKey(name) ? Optional.of(name) : below(inner, name);
        if (deeper.isPresent()) {
          return deeper.map(key -> entry.getKey() + "." + key);
        }
      }
    }
    return Optional.empty();
  }
}
