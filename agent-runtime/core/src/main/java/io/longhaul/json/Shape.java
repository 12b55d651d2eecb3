package io.longhaul.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** Reads one JSON value into the Java value of one type. Safe for concurrent use. */
interface Shape {

  /**
   * Reads the value whose first token is the parser's current one, and stops at its last.
   *
   * @throws io.longhaul.agent.InvalidInput if it does not fit
   */
  @Nullable Object read(JsonParser json);
}
