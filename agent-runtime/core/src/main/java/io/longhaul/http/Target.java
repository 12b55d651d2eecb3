package io.longhaul.http;

import java.util.Map;

/** Where a call goes. */
sealed interface Target {

  /**
   * To a route.
   *
   * @param prefix what stood before the contract's own path: nothing, or {@code /-}
   */
  record Found(Route route, Map<String, String> variables, String prefix) implements Target {

    /** Short: Spring logs it. */
    @Override
    public String toString() {
      return route.method() + " " + prefix + route.pattern();
    }
  }

  /** To what answers the paths that no route has. */
  record Elsewhere(Fallback fallback) implements Target {

    /** Short: Spring logs it. */
    @Override
    public String toString() {
      return "the fallback";
    }
  }

  /**
   * To a path that takes other methods.
   *
   * @param allow the value of the header Allow
   */
  record OtherMethod(String allow) implements Target {}

  /** Nowhere. */
  record Unknown() implements Target {}
}
