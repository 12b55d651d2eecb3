package io.longhaul.logs;

import org.slf4j.Marker;
import org.slf4j.MarkerFactory;

/**
 * Marks a message that is a JSON object already. Stands apart from {@link Logs}, which is loaded
 * while slf4j still starts and cannot make markers.
 */
public final class JsonLine {

  /** For the line of a function that logs objects. */
  public static final Marker MARKER = MarkerFactory.getMarker("JSON");

  private JsonLine() {}
}
