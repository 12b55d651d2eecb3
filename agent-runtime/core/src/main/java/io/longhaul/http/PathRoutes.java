package io.longhaul.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The routes of one pattern. */
final class PathRoutes {

  private final List<String> segments;
  private final Map<String, Route> byMethod = new HashMap<>();
  private final String allow;

  PathRoutes(String pattern, List<Route> routes) {
    segments = segments(pattern);
    for (Route route : routes) {
      byMethod.put(route.method().name(), route);
      if (route.method() == Route.Method.GET) {
        byMethod.put("HEAD", route);
      }
    }
    var allowed = new TreeSet<>(byMethod.keySet());
    allowed.add("OPTIONS");
    allow = String.join(", ", allowed);
  }

  Target target(String method, Map<String, String> variables, String prefix) {
    Route route = byMethod.get(method);
    return route == null
        ? new Target.OtherMethod(allow)
        : new Target.Found(route, variables, prefix);
  }

  /** The variables of a path of this pattern. */
  Optional<Map<String, String>> match(String path) {
    List<String> parts = segments(path);
    if (parts.size() != segments.size()) {
      return Optional.empty();
    }
    var variables = new HashMap<String, String>();
    for (int i = 0; i < parts.size(); i++) {
      String segment = segments.get(i);
      if (segment.startsWith("{")) {
        variables.put(segment.substring(1, segment.length() - 1), parts.get(i));
      } else if (!segment.equals(parts.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }

  private static List<String> segments(String path) {
    return List.of(path.split("/", -1));
  }
}
