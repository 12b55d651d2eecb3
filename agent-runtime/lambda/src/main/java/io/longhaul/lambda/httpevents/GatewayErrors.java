package io.longhaul.lambda.httpevents;

import io.longhaul.http.Problem;
import io.longhaul.http.ProblemForm;
import io.longhaul.http.ProblemType;
import java.util.Map;

/** Problems as API Gateway has them: one member, {@code message}. */
record GatewayErrors(AnswerRules rules) implements ProblemForm {

  /** A REST API takes a call that no resource has for one that was not signed. */
  static final String NO_RESOURCE = "Missing Authentication Token";

  static final String NO_ROUTE = "Not Found";

  /** What is answered where no route takes the request. */
  Problem noRoute() {
    return new Problem(
        ProblemType.UNKNOWN_PATH, rules == AnswerRules.REST_API ? NO_RESOURCE : NO_ROUTE);
  }

  @Override
  public int status(ProblemType type) {
    return type == ProblemType.UNKNOWN_PATH && rules == AnswerRules.REST_API ? 403 : type.status();
  }

  @Override
  public String contentType() {
    return "application/json";
  }

  @Override
  public String schema() {
    return "GatewayError";
  }

  @Override
  public Map<String, String> headers(Problem problem) {
    return Map.of();
  }

  @Override
  public Map<String, Object> body(Problem problem) {
    return Map.of("message", problem.detail());
  }
}
