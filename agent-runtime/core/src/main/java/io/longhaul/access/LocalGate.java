package io.longhaul.access;

import io.longhaul.http.Audience;
import io.longhaul.http.Body;
import io.longhaul.http.Gate;
import io.longhaul.http.Problem;
import io.longhaul.http.ProblemType;
import io.longhaul.jobs.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;

/**
 * A developer's own service asks nobody for a key, but answers only under names that no foreign
 * page can be given: else a page could point its own name here (DNS rebinding). Foreign origins are
 * refused by CORS.
 */
final class LocalGate implements Gate {

  private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

  @Override
  public void guard(HttpServletRequest request) {
    if (!HOSTS.contains(request.getServerName().toLowerCase(Locale.ROOT))) {
      throw new Problem(
          ProblemType.FOREIGN_HOST,
          "A local service answers only on http://localhost, http://127.0.0.1 and http://[::1].");
    }
  }

  @Override
  public Caller admit(HttpServletRequest request, Body body, Audience audience) {
    return Caller.ANONYMOUS;
  }
}
