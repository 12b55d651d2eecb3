package io.longhaul.lambda.httpevents;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Routes of an HTTP API: among those that take the path and the method, the most specific path
 * wins, then the one that names the method; {@code $default} takes what is left.
 */
final class HttpApiRoutes implements ApiRoutes {

  static final String DEFAULT = "$default";

  private static final Match REST = new Match(DEFAULT, DEFAULT, Map.of());

  private final List<ApiRoute> routes;
  private final boolean rest;

  /** Takes the routes of a manifest; none means {@code $default} alone. */
  HttpApiRoutes(List<String> keys) {
    rest = keys.isEmpty() || keys.contains(DEFAULT);
    routes =
        keys.stream()
            .filter(key -> !key.equals(DEFAULT))
            .map(ApiRoute::of)
            .sorted(Comparator.comparing(ApiRoute::path).thenComparingInt(ApiRoute::methodRank))
            .toList();
  }

  @Override
  public Optional<Match> find(String method, String path) {
    for (ApiRoute route : routes) {
      @Nullable Map<String, String> variables =
          route.takes(method) ? route.path().match(path) : null;
      if (variables != null) {
        return Optional.of(new Match(route.key(), route.path().text(), variables));
      }
    }
    return rest ? Optional.of(REST) : Optional.empty();
  }
}
