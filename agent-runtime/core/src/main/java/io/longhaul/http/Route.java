package io.longhaul.http;

/**
 * One row of the HTTP contract. The table of these is the only place where a path is named:
 * dispatch, access, discovery and OpenAPI read it.
 *
 * @param pattern the path; a segment {@code {id}} stands for any one segment
 * @param form how it says what went wrong
 */
public record Route(
    Method method,
    String pattern,
    Audience audience,
    Operation operation,
    Endpoint endpoint,
    ProblemForm form) {

  /** A row whose problems have the usual form. */
  public Route(
      Method method, String pattern, Audience audience, Operation operation, Endpoint endpoint) {
    this(method, pattern, audience, operation, endpoint, ProblemForm.PROBLEM_JSON);
  }

  /** The methods of the contract; HEAD and OPTIONS follow from them. */
  public enum Method {
    GET,
    POST,
    DELETE
  }
}
