package io.longhaul.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems. */
final class Problems {

  private final JsonMapper mapper;

  Problems(JsonMapper mapper) {
    this.mapper = mapper;
  }

  /** Writes, unless the answer has begun: then the connection breaks off, which says it too. */
  void write(Problem problem, ProblemForm form, HttpServletResponse response) throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    response.setStatus(form.status(problem.type()));
    problem.headers().forEach(response::setHeader);
    form.headers(problem).forEach(response::setHeader);
    byte[] body = mapper.writeValueAsBytes(form.body(problem));
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentType(form.contentType());
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
