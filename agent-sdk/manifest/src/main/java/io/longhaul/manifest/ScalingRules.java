package io.longhaul.manifest;

import java.util.List;

/** Numbers of tasks that cannot be. */
final class ScalingRules {

  private ScalingRules() {}

  static void check(Check check) {
    var scaling = check.manifest().scaling();
    if (scaling.min() > scaling.max()) {
      check.refuseLast(
          List.of("scaling.min", "scaling.max"),
          "min " + scaling.min() + " over max " + scaling.max(),
          "min to be at most max",
          "");
    }
    if (scaling.min() == 0 && check.written().has("scaling.min") && check.acceptsHttp()) {
      check.refuseLast(
          List.of("scaling.min", "kind"),
          "zero tasks for an agent that accepts HTTP",
          "min to be at least 1",
          "With no task its callers get 503. For an agent that lives by its queue alone write"
              + " kind: worker, without http.event and http.hosts.");
    }
  }
}
