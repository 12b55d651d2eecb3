package io.longhaul.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import tools.jackson.databind.json.JsonMapper;

/** Spring's CORS, whose refusal is a problem as every other. */
final class ProblemCors extends DefaultCorsProcessor {

  private final byte[] body;

  ProblemCors(JsonMapper mapper) {
    body =
        mapper.writeValueAsBytes(
            new Problem(
                    ProblemType.FOREIGN_ORIGIN,
                    "This origin may not call. Name it in ALLOW_ORIGINS, or in http.cors of the"
                        + " manifest.")
                .body());
  }

  /** Without an origin no browser asks; the superclass would still add three Vary headers. */
  @Override
  public boolean processRequest(
      @Nullable CorsConfiguration configuration,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    return request.getHeader(HttpHeaders.ORIGIN) == null
        || super.processRequest(configuration, request, response);
  }

  @Override
  protected void rejectRequest(ServerHttpResponse response) throws IOException {
    response.setStatusCode(HttpStatus.FORBIDDEN);
    response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    response.getHeaders().setContentLength(body.length);
    response.getBody().write(body);
    response.flush();
  }
}
