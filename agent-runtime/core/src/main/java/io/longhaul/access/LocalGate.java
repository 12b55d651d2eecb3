package io.longhaul.access;

import io.longhaul.http.Admission;
import io.longhaul.http.Audience;
import io.longhaul.http.Body;
import io.longhaul.http.Gate;
import io.longhaul.http.Problem;
import io.longhaul.http.ProblemType;
import io.longhaul.jobs.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A developer's own service asks nobody for a key, but answers only under names that no foreign
 * page can be given: else a page could point its own name here (DNS rebinding). Pages of other
 * origins are refused: by CORS on the service's own paths, here on a function's.
 */
final class LocalGate implements Gate {

  private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Supplier<List<String>> origins;

  LocalGate(Supplier<List<String>> origins) {
    this.origins = origins;
  }

  @Override
  public void guard(HttpServletRequest request) {
    if (!HOSTS.contains(request.getServerName().toLowerCase(Locale.ROOT))) {
      throw new Problem(
          ProblemType.FOREIGN_HOST,
          "A local service answers only on http://localhost, http://127.0.0.1 and http://[::1].");
    }
  }

  @Override
  public Admission admit(HttpServletRequest request, Body body, Audience audience) {
    String origin = request.getHeader("Origin");
    if (origin != null && !ofThisMachine(origin) && !allowed(origin)) {
      throw new Problem(
          ProblemType.FOREIGN_ORIGIN,
          "This origin may not call a service that asks for no key. Name it in ALLOW_ORIGINS, or"
              + " in http.cors of the manifest.");
    }
    return Admission.of(Caller.ANONYMOUS);
  }

  private boolean allowed(String origin) {
    List<String> now = origins.get();
    return now.contains(origin) || now.contains("*");
  }

  private static boolean ofThisMachine(String origin) {
    try {
      @Nullable String host = URI.create(origin).getHost();
      return host != null && HOSTS.contains(host.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
