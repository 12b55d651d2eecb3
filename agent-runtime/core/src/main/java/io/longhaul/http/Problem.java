package io.longhaul.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer that says what went wrong and what to do (RFC 9457). It carries no stack trace: it is
 * an answer, not a fault.
 */
public final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final ProblemType type;
  private final transient Map<String, String> members = new LinkedHashMap<>();
  private final transient Map<String, String> headers = new LinkedHashMap<>();

  /**
   * Begins a problem.
   *
   * @param detail what was wrong here, and the way out
   */
  public Problem(ProblemType type, String detail) {
    super(detail, null, false, false);
    this.type = type;
  }

  /** Names the field, parameter or header that is wrong. */
  public Problem field(String name) {
    members.put("field", name);
    return this;
  }

  /** Names the execution that it is about. */
  public Problem execution(Object id) {
    members.put("execution_id", id.toString());
    return this;
  }

  /** Points to the resource that it is about. */
  public Problem instance(String path) {
    members.put("instance", path);
    return this;
  }

  /** Adds a header to the answer. */
  public Problem header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** The field, parameter or header that is wrong; null if none was named. */
  public @Nullable String field() {
    return members.get("field");
  }

  /** What kind it is. */
  public ProblemType type() {
    return type;
  }

  /** What was wrong here. */
  public String detail() {
    return String.valueOf(getMessage());
  }

  Map<String, String> headers() {
    return headers;
  }

  /** The members of the body, in order. */
  Map<String, Object> body() {
    var body = new LinkedHashMap<String, Object>();
    body.put("type", type.uri());
    body.put("title", type.title());
    body.put("status", type.status());
    body.put("detail", detail());
    body.put("success", false);
    body.put("error", detail());
    body.putAll(members);
    return body;
  }
}
