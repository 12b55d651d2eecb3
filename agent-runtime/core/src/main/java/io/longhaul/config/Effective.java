package io.longhaul.config;

import io.longhaul.manifest.ConfigKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The values at one moment, by the key as it was declared. */
record Effective(Map<String, Entry> entries) {

  /**
   * One value.
   *
   * @param value null: there is none, and none is needed
   * @param source empty where there is no value
   */
  record Entry(ConfigKey key, @Nullable String value, String source) {}

  /** Asks the sources in order, the first that knows a key wins. */
  static Effective read(Map<String, ConfigKey> declared, List<ConfigSource> sources) {
    var contents = new LinkedHashMap<ConfigSource, Map<String, String>>();
    sources.forEach(source -> contents.put(source, source.read()));
    var entries = new LinkedHashMap<String, Entry>();
    var problems = new ArrayList<String>();
    declared.forEach((name, key) -> {
      var entry = entry(name, key, contents);
      entries.put(name, entry);
      if (entry.value() == null && key.required()) {
        problems.add(missing(name, key, sources));
      }
    });
    if (!problems.isEmpty()) {
      throw new InvalidConfig(problems);
    }
    return new Effective(entries);
  }

  private static Entry entry(
      String name, ConfigKey key, Map<ConfigSource, Map<String, String>> contents) {
    for (var content : contents.entrySet()) {
      var value = Keys.find(content.getValue(), name);
      if (value.isPresent()) {
        return new Entry(key, value.get(), content.getKey().name());
      }
    }
    return new Entry(key, key.defaultValue(), key.defaultValue() == null ? "" : "default");
  }

  private static String missing(String name, ConfigKey key, List<ConfigSource> sources) {
    var ways = sources.stream().map(source -> source.howToSet(name)).toList();
    return "The value %s%s is missing; give it by %s"
        .formatted(name, key.secret() ? " (a secret)" : "", String.join(", or ", ways));
  }

  /** Null for a key without a value, and for one that is not declared. */
  @Nullable String value(String key) {
    var entry = entries.get(key);
    return entry == null ? null : entry.value();
  }

  /** The keys whose values are not the same in both. */
  Set<String> changes(Effective other) {
    var changed = new TreeSet<String>();
    entries.forEach((name, entry) -> {
      var before = other.entries.get(name);
      if (before == null || !Objects.equals(before.value(), entry.value())) {
        changed.add(name);
      }
    });
    return changed;
  }

  /** One line per key: name, source, value or {@code (secret)}. */
  String table() {
    int width = entries.keySet().stream().mapToInt(String::length).max().orElse(0);
    var lines = new ArrayList<String>();
    entries.forEach((name, entry) ->
        lines.add(
            ("%-" + Math.max(width, 1) + "s  %-15s  %s")
                .formatted(name, entry.source(), shown(entry))
                .stripTrailing()));
    return String.join("\n", lines);
  }

  private static String shown(Entry entry) {
    if (entry.value() == null) {
      return "(none)";
    }
    return entry.key().secret()
        ? "(secret)"
        : entry.value().replaceAll("[\\p{Cc}\\u2028\\u2029]", "?");
  }
}
