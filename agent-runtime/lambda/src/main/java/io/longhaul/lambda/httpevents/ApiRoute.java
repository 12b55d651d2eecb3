package io.longhaul.lambda.httpevents;

/**
 * A route of the API.
 *
 * @param method {@code ANY} takes every one
 */
record ApiRoute(String method, PathPattern path) {

  static final String ANY = "ANY";

  /** Reads a method and a path. */
  static ApiRoute of(String key) {
    int space = key.indexOf(' ');
    return new ApiRoute(key.substring(0, space), PathPattern.of(key.substring(space + 1)));
  }

  String key() {
    return method + " " + path.text();
  }

  boolean takes(String sent) {
    return method.equals(ANY) || method.equals(sent);
  }

  /** The same way, one that names its method comes before one that takes any. */
  int methodRank() {
    return method.equals(ANY) ? 1 : 0;
  }
}
