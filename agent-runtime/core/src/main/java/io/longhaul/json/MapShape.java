package io.longhaul.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** An object of any names, as an unmodifiable map in the input's order. */
record MapShape(Shape value, Bounds size) implements Shape {

  @Override
  public Object read(JsonParser json) {
    if (!json.hasToken(JsonToken.START_OBJECT)) {
      throw Misfit.expected(json, wanted());
    }
    var map = new LinkedHashMap<String, @Nullable Object>();
    for (var name = json.nextName(); name != null; name = json.nextName()) {
      if (map.containsKey(name)) {
        throw Misfit.at(json, "the field stands there twice");
      }
      json.nextToken();
      map.put(name, value.read(json));
    }
    if (!size.hold(map.size())) {
      throw Misfit.at(json, "expected " + wanted() + ", found " + map.size());
    }
    return Collections.unmodifiableMap(map);
  }

  private String wanted() {
    return size.sized("an object", "fields");
  }
}
