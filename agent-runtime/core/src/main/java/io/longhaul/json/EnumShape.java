package io.longhaul.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** One of an enum's constants, by its name. */
record EnumShape(Map<String, Object> constants) implements Shape {

  static EnumShape of(Class<?> type) {
    var constants = new LinkedHashMap<String, Object>();
    for (var constant : type.getEnumConstants()) {
      constants.put(((Enum<?>) constant).name(), constant);
    }
    return new EnumShape(Collections.unmodifiableMap(constants));
  }

  @Override
  public Object read(JsonParser json) {
    var constant = json.hasToken(JsonToken.VALUE_STRING) ? constants.get(json.getString()) : null;
    if (constant == null) {
      throw Misfit.expected(json, "one of " + String.join(", ", constants.keySet()));
    }
    return constant;
  }
}
