package io.longhaul.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;

/**
 * Reads bodies up to a limit. What is left of a body that was refused is read and thrown away by
 * the server, up to its {@code maxSwallowSize}.
 */
final class Bodies {

  private final int limit;

  Bodies(int limit) {
    this.limit = limit;
  }

  /** Reads a body of any type. */
  byte[] any(HttpServletRequest request) throws IOException {
    requireIdentity(request.getHeader("Content-Encoding"));
    return asSent(request);
  }

  /** Reads a body of any type and encoding. */
  byte[] asSent(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > limit) {
      throw tooLarge();
    }
    byte[] body = request.getInputStream().readNBytes(limit + 1);
    if (body.length > limit) {
      throw tooLarge();
    }
    return body;
  }

  private Problem tooLarge() {
    return new Problem(
        ProblemType.TOO_LARGE,
        "The body is larger than %d bytes. Send less, or raise http.max-body in the manifest."
            .formatted(limit));
  }

  /** A body without a type is taken as JSON: that is what scripts send, and parsing will tell. */
  static void requireJson(@Nullable String contentType) {
    if (contentType == null || contentType.equals("application/json")) {
      return;
    }
    if (!isJson(contentType)) {
      throw new Problem(
          ProblemType.UNSUPPORTED_MEDIA_TYPE,
          "The body is %s. Send JSON in UTF-8 with Content-Type: application/json (curl --json)."
              .formatted(printable(contentType)));
    }
  }

  private static boolean isJson(String contentType) {
    try {
      MimeType type = MimeTypeUtils.parseMimeType(contentType);
      var charset = type.getParameter("charset");
      return type.getType().equals("application")
          && (type.getSubtype().equals("json") || type.getSubtype().endsWith("+json"))
          && (charset == null
              || charset.toLowerCase(Locale.ROOT).matches("\"?(utf-8|us-ascii)\"?"));
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static void requireIdentity(@Nullable String encoding) {
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw new Problem(
          ProblemType.UNSUPPORTED_MEDIA_TYPE,
          "The body is encoded as %s. Send it as it is.".formatted(printable(encoding)));
    }
  }

  private static String printable(String header) {
    return header.length() > 100 ? header.substring(0, 100) + "…" : header;
  }
}
