package io.longhaul.discovery;

import io.longhaul.http.Audience;
import io.longhaul.http.ProblemType;
import io.longhaul.http.Route;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Every problem that a route may answer: its own, and those of the plumbing before it. */
final class RouteProblems {

  /** What is answered before the route is found, and so never in a form of its own. */
  static final Set<ProblemType> BEFORE_ANY_ROUTE =
      EnumSet.of(ProblemType.BAD_REQUEST, ProblemType.FOREIGN_ORIGIN, ProblemType.UNKNOWN_PATH);

  /** Bodies are read before the route is asked, since they are signed. */
  private static final List<ProblemType> SIGNATURES =
      List.of(
          ProblemType.MISSING_SIGNATURE,
          ProblemType.INCOMPLETE_SIGNATURE,
          ProblemType.UNKNOWN_ACCESS_KEY,
          ProblemType.INVALID_SIGNATURE,
          ProblemType.TOO_LARGE,
          ProblemType.UNSUPPORTED_MEDIA_TYPE);

  private RouteProblems() {}

  static Set<ProblemType> of(Route route, Security security) {
    var types =
        EnumSet.of(ProblemType.BAD_REQUEST, ProblemType.FOREIGN_ORIGIN, ProblemType.INTERNAL_ERROR);
    types.addAll(ofAccess(route.audience(), security));
    if (route.operation().input() != null) {
      types.add(ProblemType.MALFORMED_JSON);
      types.add(ProblemType.TOO_LARGE);
      types.add(ProblemType.UNSUPPORTED_MEDIA_TYPE);
    }
    types.addAll(route.operation().problems());
    return types;
  }

  private static List<ProblemType> ofAccess(Audience audience, Security security) {
    String scheme = security.scheme(audience);
    if (security.operators() == null) {
      return List.of(ProblemType.FOREIGN_HOST);
    }
    if (scheme == null) {
      return List.of();
    }
    if (audience == Audience.OPERATORS) {
      return List.of(ProblemType.UNAUTHORIZED, ProblemType.NO_OPERATOR_KEY);
    }
    return switch (scheme) {
      case "bearer" -> List.of(ProblemType.UNAUTHORIZED, ProblemType.ISSUER_AWAY);
      case "sigv4" -> SIGNATURES;
      default -> List.of(ProblemType.UNAUTHORIZED);
    };
  }
}
