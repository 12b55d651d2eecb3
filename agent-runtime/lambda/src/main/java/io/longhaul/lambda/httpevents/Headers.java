package io.longhaul.lambda.httpevents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a request.
 *
 * @param all values by the names that were sent, in order; no two names differ by case only
 */
record Headers(Map<String, List<String>> all) {

  /** The last value, which is the one that single-value events show; null if there is none. */
  @Nullable String last(String name) {
    List<String> values = values(name);
    return values.isEmpty() ? null : values.getLast();
  }

  /** Every value, joined by commas; null if there is none. */
  @Nullable String joined(String name) {
    List<String> values = values(name);
    return values.isEmpty() ? null : String.join(",", values);
  }

  List<String> values(String name) {
    for (var header : all.entrySet()) {
      if (header.getKey().equalsIgnoreCase(name)) {
        return header.getValue();
      }
    }
    return List.of();
  }

  /** With this value in the place of every other of that name. */
  Headers with(String name, String value) {
    var changed = new LinkedHashMap<>(without(Set.of(name.toLowerCase(Locale.ROOT))).all);
    changed.put(name, List.of(value));
    return new Headers(changed);
  }

  /** The same, unless there is one of that name. */
  Headers withDefault(String name, String value) {
    return values(name).isEmpty() ? with(name, value) : this;
  }

  /** Without those of these lower-case names. */
  Headers without(Set<String> names) {
    var left = new LinkedHashMap<>(all);
    left.keySet().removeIf(name -> names.contains(name.toLowerCase(Locale.ROOT)));
    return new Headers(left);
  }
}
