package io.longhaul.lambda.httpevents;

import tools.jackson.databind.node.ObjectNode;

/** Makes the event of one kind. Safe for concurrent use; it fails for no request. */
@FunctionalInterface
interface ProxyEvent {

  /**
   * Makes it.
   *
   * @param match where the request goes
   * @param requestId the execution's
   */
  ObjectNode of(Incoming request, Match match, String requestId);
}
