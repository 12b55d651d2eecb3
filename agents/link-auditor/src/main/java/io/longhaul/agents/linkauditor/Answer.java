package io.longhaul.agents.linkauditor;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.core5.http.impl.EnglishReasonPhraseCatalog;

/**
 * What a server answered.
 *
 * @param body what was kept of the content; empty unless it was asked for and worth reading
 * @param took from the request to the end of what was read
 */
record Answer(
    int status,
    Optional<String> location,
    Optional<String> contentType,
    Optional<String> retryAfter,
    Body body,
    Duration took) {

  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Set<Integer> TRANSIENT = Set.of(429, 502, 503, 504);
  private static final Set<Integer> HEAD_REFUSED = Set.of(400, 403, 405, 501);

  boolean isRedirect() {
    return REDIRECTS.contains(status);
  }

  /** The server says that another try may help. */
  boolean isTransient() {
    return TRANSIENT.contains(status);
  }

  /** Some servers answer only GET. */
  boolean refusesHead() {
    return HEAD_REFUSED.contains(status);
  }

  /** {@code 404 Not Found}. */
  static String words(int status) {
    String reason = EnglishReasonPhraseCatalog.INSTANCE.getReason(status, null);
    return reason == null ? String.valueOf(status) : status + " " + reason;
  }
}
