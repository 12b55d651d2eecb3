package io.longhaul.lambda.httpevents;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request, as a gateway would see it.
 *
 * @param path as sent, not decoded
 * @param query as sent, without its question mark; null if there is none
 * @param headers with those that gateways add
 * @param sourceIp who called
 * @param claims of the caller's verified token; empty if none was asked
 */
record Incoming(
    String method,
    String path,
    @Nullable String query,
    Headers headers,
    Body body,
    String sourceIp,
    String protocol,
    Instant at,
    Map<String, Object> claims) {

  /** The name by which it was called; empty if it did not say. */
  String host() {
    String host = headers.last("Host");
    return host == null ? "" : host.replaceFirst(":[0-9]*$", "");
  }
}
