package io.longhaul.lambda.httpevents;

import java.util.Optional;

/** The routes of an API. Safe for concurrent use. */
@FunctionalInterface
interface ApiRoutes {

  /**
   * Finds where a request goes.
   *
   * @param path as sent
   * @return empty if no route takes it: then the gateway answers, not the function
   */
  Optional<Match> find(String method, String path);
}
