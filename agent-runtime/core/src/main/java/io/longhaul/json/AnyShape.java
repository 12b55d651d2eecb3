package io.longhaul.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** Any JSON value, as map, list, text, number, boolean or null. */
final class AnyShape implements Shape {

  private final Shape map = new MapShape(this, Bounds.NONE);
  private final Shape list = new ListShape(this, Bounds.NONE, false);
  private final Shape decimal = DecimalShape.of(double.class, Bounds.NONE);

  @Override
  public @Nullable Object read(JsonParser json) {
    return switch (json.currentToken()) {
      case START_OBJECT -> map.read(json);
      case START_ARRAY -> list.read(json);
      case VALUE_STRING -> json.getString();
      case VALUE_NUMBER_INT -> json.getNumberValue();
      case VALUE_NUMBER_FLOAT -> decimal.read(json);
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }
}
