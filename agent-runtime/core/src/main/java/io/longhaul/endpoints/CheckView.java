package io.longhaul.endpoints;

import io.longhaul.health.CheckResult;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A check as callers see it. */
record CheckView(String state, boolean required, @Nullable String detail) {

  static Map<String, CheckView> of(Map<String, CheckResult> results) {
    var views = new LinkedHashMap<String, CheckView>();
    results.forEach((name, result) -> views.put(name, of(result)));
    return views;
  }

  private static CheckView of(CheckResult result) {
    return new CheckView(
        result.state().name().toLowerCase(Locale.ROOT), result.required(), result.detail());
  }
}
