package io.longhaul.http;

import java.util.Map;

/** Problems as RFC 9457 has them. */
final class ProblemJson implements ProblemForm {

  @Override
  public int status(ProblemType type) {
    return type.status();
  }

  @Override
  public String contentType() {
    return "application/problem+json";
  }

  @Override
  public String schema() {
    return "Problem";
  }

  @Override
  public Map<String, String> headers(Problem problem) {
    return Map.of();
  }

  @Override
  public Map<String, Object> body(Problem problem) {
    return problem.body();
  }
}
