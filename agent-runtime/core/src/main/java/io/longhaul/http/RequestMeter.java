package io.longhaul.http;

/** Is told of each answered call. Safe for concurrent use, and cheap: it stands on every path. */
@FunctionalInterface
public interface RequestMeter {

  /**
   * Counts one call.
   *
   * @param pattern the route's pattern, {@code /{proxy+}} for the paths of a fallback, or {@code
   *     none} where no route was found
   * @param method the method, or {@code other} where no route was found
   */
  void record(String pattern, String method, int status, long nanos);
}
