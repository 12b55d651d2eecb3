package io.longhaul.json;

import tools.jackson.core.JsonParser;

record BooleanShape() implements Shape {

  @Override
  public Object read(JsonParser json) {
    if (!json.currentToken().isBoolean()) {
      throw Misfit.expected(json, "true or false");
    }
    return json.getBooleanValue();
  }
}
