package io.longhaul.manifest;

import io.longhaul.manifest.binding.Position;
import io.longhaul.manifest.binding.Problem;
import io.longhaul.manifest.binding.Problems;
import io.longhaul.manifest.binding.YamlValue;
import io.longhaul.manifest.binding.YamlValue.Field;
import io.longhaul.manifest.binding.YamlValue.Fields;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A file's base and what each environment lays over it. */
record Overlays(Fields base, Map<String, Fields> byEnvironment) {

  /** The key under which overlays stand. */
  static final String KEY = "environments";

  /** What names an environment. It becomes part of names in AWS, where - separates it. */
  static final String NAME = "[a-z][a-z0-9]{0,15}";

  static final String NAME_TEXT = "up to 16 of a-z and 0-9, beginning with a letter";

  /** An agent is the same agent everywhere. */
  static final Set<String> FIXED = Set.of("manifest", "name", KEY);

  static Overlays of(Fields root, Problems problems) {
    var fields = new LinkedHashMap<>(root.fields());
    var field = fields.remove(KEY);
    var base = new Fields(root.at(), fields);
    var overlays = new LinkedHashMap<String, Fields>();
    if (field != null && field.value() instanceof Fields environments) {
      environments
          .fields()
          .forEach((name, overlay) -> overlays.put(name, overlay(name, overlay, problems)));
    } else if (field != null) {
      problems.add(new Problem(field.value().at(), "no map", "a map of environments"));
    }
    return new Overlays(base, overlays);
  }

  /** The keys that hold in an environment. */
  Fields in(String environment) {
    var overlay = byEnvironment.get(environment);
    return overlay == null ? base : base.overlaidWith(overlay);
  }

  private static Fields overlay(String name, Field field, Problems problems) {
    if (!name.matches(NAME)) {
      problems.add(new Problem(field.at(), "the name " + name, NAME_TEXT));
    }
    return field.value() instanceof Fields overlay
        ? free(overlay, problems)
        : none(field.value(), problems);
  }

  private static Fields free(Fields overlay, Problems problems) {
    var fields = new LinkedHashMap<>(overlay.fields());
    for (var key : FIXED) {
      var fixed = fields.remove(key);
      if (fixed != null) {
        problems.add(new Problem(fixed.at(), "a key that no environment changes", "other keys"));
      }
    }
    return new Fields(overlay.at(), fields);
  }

  private static Fields none(YamlValue value, Problems problems) {
    Position at = value.at();
    problems.add(new Problem(at, "no map", "the keys that differ in this environment"));
    return new Fields(at, Map.of());
  }
}
