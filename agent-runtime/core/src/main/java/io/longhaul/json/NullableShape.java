package io.longhaul.json;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A value that may be null.
 *
 * @param optional whether it comes as an {@link Optional}
 */
record NullableShape(Shape inner, boolean optional) implements Shape {

  @Override
  public @Nullable Object read(JsonParser json) {
    if (json.hasToken(JsonToken.VALUE_NULL)) {
      return absent();
    }
    var value = inner.read(json);
    return optional ? Optional.ofNullable(value) : value;
  }

  @Nullable Object absent() {
    return optional ? Optional.empty() : null;
  }
}
