package io.longhaul.lambda.httpevents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Routes of a REST API, which is a tree of resources: the most specific resource takes the path,
 * whether it has the method or not. A slash at the end of a path is none.
 */
final class RestApiRoutes implements ApiRoutes {

  /** What a function that serves a whole API is usually put behind. */
  private static final List<String> EVERYTHING = List.of("ANY /", "ANY /{proxy+}");

  private final List<ApiRoute> routes;

  /** Takes the routes of a manifest; none, or {@code $default}, means everything. */
  RestApiRoutes(List<String> keys) {
    var all = new ArrayList<>(keys);
    if (all.isEmpty() || all.remove(HttpApiRoutes.DEFAULT)) {
      EVERYTHING.stream().filter(key -> !all.contains(key)).forEach(all::add);
    }
    routes =
        all.stream()
            .map(ApiRoute::of)
            .sorted(Comparator.comparing(ApiRoute::path).thenComparingInt(ApiRoute::methodRank))
            .toList();
  }

  @Override
  public Optional<Match> find(String method, String path) {
    String resource =
        path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    PathPattern found = null;
    Map<String, String> variables = Map.of();
    for (ApiRoute route : routes) {
      if (found == null) {
        @Nullable Map<String, String> matched = route.path().match(resource);
        if (matched != null) {
          found = route.path();
          variables = matched;
        }
      }
      if (route.path().equals(found) && route.takes(method)) {
        return Optional.of(new Match(route.key(), route.path().text(), variables));
      }
    }
    return Optional.empty();
  }
}
