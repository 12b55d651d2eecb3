package io.longhaul.lambda.runtimeapi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.longhaul.handler.Json;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A request, read to its end.
 *
 * @param trailers headers that came after the body; clients that stream put errors there
 */
record Asked(HttpRequest head, HttpHeaders trailers, Body body) {

  private static final String ERROR_TYPE = "Lambda-Runtime-Function-Error-Type";
  private static final String ERROR_BODY = "Lambda-Runtime-Function-Error-Body";

  boolean is(HttpMethod method, String path) {
    return head.method().equals(method) && head.uri().equals(path);
  }

  /** A header; empty if it was not sent. */
  String header(String name) {
    return head.headers().get(name, "");
  }

  /** The error that the request's body tells. */
  Report report() {
    return new Report(header(ERROR_TYPE), Json.of(body.bytes()));
  }

  /** The error that came after the body; null if there is none. */
  @Nullable Report trailingReport() {
    var type = trailers.get(ERROR_TYPE);
    return type == null ? null : new Report(type, Json.of(decoded(trailers.get(ERROR_BODY, ""))));
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException _) {
      return base64.getBytes(ISO_8859_1);
    }
  }
}
