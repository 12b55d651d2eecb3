package io.longhaul.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsUtils;

/**
 * CORS in a {@link Fallback}'s place, as an HTTP API of API Gateway does it: preflights are
 * answered without asking who calls, and an origin that may not call is answered like any caller,
 * but without the headers that would let its page read the answer.
 */
record CrossOrigin(List<String> origins) {

  private static final String ANY = "*";
  private static final String TEN_MINUTES = "600";

  boolean answers(HttpServletRequest request) {
    return !origins.isEmpty() && CorsUtils.isPreFlightRequest(request);
  }

  void preflight(HttpServletRequest request, HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    if (mark(request, response)) {
      response.setHeader(
          HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS,
          request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD));
      String headers = request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS);
      if (headers != null) {
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, headers);
      }
      response.setHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, TEN_MINUTES);
    }
  }

  /** Lets the page of an allowed origin read the answer; false for every other. */
  boolean mark(HttpServletRequest request, HttpServletResponse response) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (!allows(origin)) {
      return false;
    }
    if (origins.contains(ANY)) {
      response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, ANY);
    } else {
      response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
      response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
      response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    }
    return true;
  }

  private boolean allows(@Nullable String origin) {
    return origin != null && (origins.contains(ANY) || origins.contains(origin));
  }
}
