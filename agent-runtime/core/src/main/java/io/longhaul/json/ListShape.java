package io.longhaul.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A list, unmodifiable.
 *
 * @param distinct whether it becomes a {@link Set}, which refuses what occurs twice
 */
record ListShape(Shape element, Bounds size, boolean distinct) implements Shape {

  @Override
  public Object read(JsonParser json) {
    if (!json.hasToken(JsonToken.START_ARRAY)) {
      throw Misfit.expected(json, wanted());
    }
    var list = new ArrayList<@Nullable Object>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      list.add(element.read(json));
    }
    if (!size.hold(list.size())) {
      throw Misfit.at(json, "expected " + wanted() + ", found " + list.size());
    }
    return distinct ? set(json, list) : Collections.unmodifiableList(list);
  }

  private Set<@Nullable Object> set(JsonParser json, ArrayList<@Nullable Object> list) {
    var set = new LinkedHashSet<@Nullable Object>(list);
    if (set.size() < list.size()) {
      throw Misfit.at(json, "expected different elements, found the same one twice");
    }
    return Collections.unmodifiableSet(set);
  }

  private String wanted() {
    return size.sized("a list", "elements");
  }
}
