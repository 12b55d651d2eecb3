package io.longhaul.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems. */
final class Problems {

  static final String CONTENT_TYPE = "application/problem+json";

  private final JsonMapper mapper;

  Problems(JsonMapper mapper) {
    this.mapper = mapper;
  }

  /** Writes, unless the answer has begun: then the connection breaks off, which says it too. */
  void write(Problem problem, HttpServletResponse response) throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    response.setStatus(problem.type().status());
    problem.headers().forEach(response::setHeader);
    byte[] body = mapper.writeValueAsBytes(problem.body());
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentType(CONTENT_TYPE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
