package io.longhaul.manifest;

import java.time.Duration;
import java.util.List;

/** What HTTP settings ask of handler and load balancer. */
final class HttpRules {

  /** Idle time-out of the platform's load balancers; AWS allows 4,000 s at most. */
  private static final Duration IDLE = Duration.ofHours(1);

  private HttpRules() {}

  static void check(Check check) {
    var http = check.manifest().http();
    if (http.maxWait() != null && http.maxWait().compareTo(IDLE) > 0) {
      check.refuse(
          "http.wait",
          http.maxWait().toSeconds() + " s",
          "at most 3600s, the load balancer's idle limit",
          "A call that takes longer is cut off: answer it with a job sooner.");
    }
    if (http.event() != null && check.certainlyNative()) {
      check.refuse(
          "http.event",
          "an event for a native agent",
          "no event",
          "Only Lambda handlers get HTTP requests as events: name the runtime, or remove it.");
    }
    if (!http.routes().isEmpty() && !hasRoutes(check)) {
      check.refuseLast(
          List.of("http.routes", "http.event"),
          "routes without an API",
          "event: api-gateway-v1 or api-gateway-v2 beside routes",
          "Load balancers and function URLs know no routes.");
    }
  }

  private static boolean hasRoutes(Check check) {
    var event = check.manifest().http().event();
    return event == HttpEvent.API_GATEWAY_V1
        || event == HttpEvent.API_GATEWAY_V2
        || (event == null && check.written().mentions("http.event"));
  }
}
