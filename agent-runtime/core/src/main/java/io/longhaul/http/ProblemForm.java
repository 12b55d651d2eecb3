package io.longhaul.http;

import java.util.Map;

/** How a route says what went wrong, where another API than ours prescribes it. */
public interface ProblemForm {

  /** RFC 9457: the form of every route of our own. */
  ProblemForm PROBLEM_JSON = new ProblemJson();

  /** The status of such problems. */
  int status(ProblemType type);

  /** The type of the body. */
  String contentType();

  /** The name of the body's schema in OpenAPI's components. */
  String schema();

  /** Headers of this answer, beside those that the problem brings. */
  Map<String, String> headers(Problem problem);

  /** What is written as JSON. */
  Map<String, Object> body(Problem problem);
}
