package io.longhaul.lambda.httpevents;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests for tests. */
final class Requests {

  static final Match MATCH = new Match("$default", "$default", Map.of());
  static final Front FRONT = new Front("api", "$default", "arn:group");

  private Requests() {}

  static Incoming get(String path, @Nullable String query, String... headers) {
    return post(path, query, "", headers);
  }

  static Incoming post(String path, @Nullable String query, String body, String... headers) {
    var all = new LinkedHashMap<String, List<String>>();
    for (int i = 0; i < headers.length; i += 2) {
      all.put(headers[i], List.of(headers[i + 1]));
    }
    return of(path, query, new Headers(all), body.getBytes(StandardCharsets.ISO_8859_1), Map.of());
  }

  static Incoming of(
      String path,
      @Nullable String query,
      Headers headers,
      byte[] body,
      Map<String, Object> claims) {
    return new Incoming(
        "POST",
        path,
        query,
        headers,
        new Body(body),
        "1.2.3.4",
        "HTTP/1.1",
        Instant.parse("2020-03-12T19:03:58.390Z"),
        claims);
  }
}
