package io.longhaul.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The table of routes. {@code /-/x} reaches the same as {@code /x}, so that load balancers find the
 * service's own paths also where an agent has paths of its own: there they stand under {@code /-/}
 * only. Paths that another API prescribes never move.
 */
public final class Routes {

  static final String TWIN = "/-";

  private final List<Route> own;
  private final List<Route> table;
  private final Paths all;
  private final Paths unprefixed;
  private final @Nullable Fallback fallback;

  /** Makes a table in which every path is served. */
  public Routes(List<Route> table) {
    this(table, List.of(), null);
  }

  /**
   * Makes the table, in the order in which it is shown.
   *
   * @param own the service's own rows, which move if there is a fallback
   * @param prescribed rows of APIs that others have defined
   * @param fallback answers every other path; null: they are unknown
   */
  public Routes(List<Route> own, List<Route> prescribed, @Nullable Fallback fallback) {
    this.own = List.copyOf(own);
    var rows = new ArrayList<>(own);
    rows.addAll(prescribed);
    this.table = List.copyOf(rows);
    this.all = new Paths(table);
    this.unprefixed = fallback == null ? all : new Paths(prescribed);
    this.fallback = fallback;
  }

  /** Every row. */
  public List<Route> table() {
    return table;
  }

  /** A row's path as callers have to write it. */
  public String path(Route route) {
    return fallback != null && own.contains(route) ? TWIN + route.pattern() : route.pattern();
  }

  Target find(String method, String path) {
    Target target = unprefixed.find(method, path, "");
    if (!(target instanceof Target.Unknown)) {
      return target;
    }
    if (path.startsWith(TWIN + "/")) {
      return all.find(method, path.substring(TWIN.length()), TWIN);
    }
    return fallback == null ? target : new Target.Elsewhere(fallback);
  }

  /** Rows by their paths. */
  private static final class Paths {

    private final Map<String, PathRoutes> fixed = new LinkedHashMap<>();
    private final List<PathRoutes> variable = new ArrayList<>();

    Paths(List<Route> rows) {
      var byPattern = new LinkedHashMap<String, List<Route>>();
      rows.forEach(r -> byPattern.computeIfAbsent(r.pattern(), _ -> new ArrayList<>()).add(r));
      byPattern.forEach(this::add);
    }

    private void add(String pattern, List<Route> routes) {
      if (pattern.contains("{")) {
        variable.add(new PathRoutes(pattern, routes));
      } else {
        fixed.put(pattern, new PathRoutes(pattern, routes));
      }
    }

    Target find(String method, String path, String prefix) {
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
}
