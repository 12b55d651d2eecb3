package io.longhaul.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The table of routes. {@code /-/x} reaches the same as {@code /x}, so that load balancers find the
 * service's own paths also where an agent has paths of its own.
 */
public final class Routes {

  private static final String TWIN = "/-";

  private final List<Route> table;
  private final Map<String, PathRoutes> fixed = new LinkedHashMap<>();
  private final List<PathRoutes> variable = new ArrayList<>();

  /** Makes the table, in the order in which it is shown. */
  public Routes(List<Route> table) {
    this.table = List.copyOf(table);
    var byPattern = new LinkedHashMap<String, List<Route>>();
    table.forEach(r -> byPattern.computeIfAbsent(r.pattern(), _ -> new ArrayList<>()).add(r));
    byPattern.forEach(this::add);
  }

  private void add(String pattern, List<Route> routes) {
    if (pattern.contains("{")) {
      variable.add(new PathRoutes(pattern, routes));
    } else {
      fixed.put(pattern, new PathRoutes(pattern, routes));
    }
  }

  /** Every row. */
  public List<Route> table() {
    return table;
  }

  Target find(String method, String path) {
    Target target = find(method, path, "");
    return target instanceof Target.Unknown && path.startsWith(TWIN + "/")
        ? find(method, path.substring(TWIN.length()), TWIN)
        : target;
  }

  private Target find(String method, String path, String prefix) {
    PathRoutes routes = fixed.get(path);
    if (routes != null) {
      return routes.target(method, Map.of(), prefix);
    }
    for (PathRoutes candidate : variable) {
      var variables = candidate.match(path);
      if (variables.isPresent()) {
        return candidate.target(method, variables.get(), prefix);
      }
    }
    return new Target.Unknown();
  }
}
