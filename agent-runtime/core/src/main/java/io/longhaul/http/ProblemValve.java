package io.longhaul.http;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Tomcat itself answers, before any servlet sees the call: a message it cannot read, a path it
 * refuses, TRACE. Its own page would be HTML and quote the message.
 */
final class ProblemValve extends ErrorReportValve {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemValve.class);

  private final JsonMapper mapper;

  ProblemValve(JsonMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable thrown) {
    if (response.getStatus() < 400
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    try {
      byte[] body = body(response.getStatus());
      response.setContentType(ProblemForm.PROBLEM_JSON.contentType());
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
      response.finishResponse();
    } catch (IOException | IllegalStateException e) {
      LOG.debug("A refused call did not wait for its answer", e);
    }
  }

  /** The status stands already, and may be one that no problem of ours has. */
  private byte[] body(int status) {
    var body = problem(status).body();
    body.put("status", status);
    return mapper.writeValueAsBytes(body);
  }

  private static Problem problem(int status) {
    return switch (status) {
      case 404 -> new Problem(ProblemType.UNKNOWN_PATH, "Nothing is served here.");
      case 405 -> new Problem(ProblemType.METHOD_NOT_ALLOWED, "This method is not taken.");
      case 413 -> new Problem(ProblemType.TOO_LARGE, "The body is too large.");
      case 500, 503 -> new Problem(ProblemType.INTERNAL_ERROR, "The service itself failed.");
      default ->
          new Problem(
              ProblemType.BAD_REQUEST,
              "The HTTP message cannot be read: check its first line, its headers and their size.");
    };
  }
}
