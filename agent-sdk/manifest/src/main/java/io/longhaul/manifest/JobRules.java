package io.longhaul.manifest;

import java.util.List;

/** Jobs that leave no place for anybody else. */
final class JobRules {

  private static final List<String> KEYS = List.of("jobs.concurrency", "instances", "concurrency");

  private JobRules() {}

  static void check(Check check) {
    var manifest = check.manifest();
    int most = most(check);
    if (!manifest.nativeAgent()
        && check.written().has("jobs.concurrency")
        && manifest.jobs().concurrency() > most) {
      check.refuseLast(
          KEYS,
          "%d jobs at a time with %d places (instances × concurrency)"
              .formatted(manifest.jobs().concurrency(), manifest.places()),
          "at most " + most + " jobs at a time",
          check.acceptsHttp()
              ? "Jobs could hold every place, and HTTP would wait for them."
              : "More would only wait.");
    }
  }

  /** One less than there are places, if somebody calls; jobs may hold the only place there is. */
  private static int most(Check check) {
    int places = check.manifest().places();
    return check.acceptsHttp() ? Math.max(1, places - 1) : places;
  }
}
