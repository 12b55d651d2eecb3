package io.longhaul.http;

import java.util.Locale;

/** Every kind of problem that a service answers, with its status. Names and statuses are stable. */
public enum ProblemType {
  BAD_REQUEST(400, "Bad request", "The HTTP message itself cannot be read."),
  MALFORMED_JSON(400, "Malformed JSON", "The body is empty, no JSON, or nested too deeply."),
  INVALID_PARAMETER(
      400, "Invalid parameter", "A query parameter or header does not fit; `field` names it."),
  UNAUTHORIZED(
      401,
      "Not authorized",
      "A key or token is missing, wrong or out of date; see the header WWW-Authenticate."),
  MISSING_SIGNATURE(
      401, "Missing signature", "The call is not signed in its header Authorization (sigv4)."),
  INCOMPLETE_SIGNATURE(
      401, "Incomplete signature", "The signature cannot be read, or covers too little."),
  UNKNOWN_ACCESS_KEY(
      401, "Unknown access key", "It is signed with a key that is not one of SIGV4_KEYS."),
  INVALID_SIGNATURE(
      401, "Invalid signature", "The signature is too old, ahead of time, or not the right one."),
  FOREIGN_HOST(
      403,
      "Foreign host",
      "A local service answers only the hosts localhost, 127.0.0.1 and [::1]."),
  FOREIGN_ORIGIN(
      403,
      "Foreign origin",
      "A browser asked from an origin that is not allowed; see ALLOW_ORIGINS."),
  NO_OPERATOR_KEY(
      403, "No operator key", "This call needs a key, and the service has none: set API_KEYS."),
  UNKNOWN_PATH(404, "Unknown path", "Nothing is served there; /-/discover lists what is."),
  UNKNOWN_JOB(404, "Unknown job", "There is no job of that id, or it has expired."),
  METHOD_NOT_ALLOWED(
      405, "Method not allowed", "The path takes other methods; the header Allow lists them."),
  NO_RESULT(409, "No result", "The job has no output, because it has not succeeded (yet)."),
  WRONG_STATE(409, "Wrong state", "The job's state does not allow this."),
  INVALID_CONFIG(
      409,
      "Invalid configuration",
      "What was read anew cannot be used; the service goes on with what it had."),
  EXECUTION_CANCELLED(409, "Execution cancelled", "Somebody cancelled the execution."),
  TOO_LARGE(413, "Too large", "The body is larger than http.max-body of the manifest allows."),
  UNSUPPORTED_MEDIA_TYPE(
      415, "Unsupported media type", "The body must be JSON in UTF-8, without content encoding."),
  INVALID_INPUT(
      422, "Invalid input", "The JSON does not fit the agent's input; `field` names the place."),
  KEY_REUSED(
      422, "Idempotency key reused", "The key was used before with another body; send a new key."),
  BUSY(429, "Busy", "Every place and every waiting place is taken; see the header Retry-After."),
  EXECUTION_FAILED(500, "Execution failed", "The agent's own code failed."),
  WORKER_LOST(
      500, "Worker lost", "The worker of the execution was lost too often; its code may end it."),
  INTERNAL_ERROR(500, "Internal error", "A fault of the service itself; its log says more."),
  NOT_SERVING(503, "Not serving", "The service is starting or draining; try again."),
  NOT_READY(503, "Not ready", "A dependency that the service cannot work without is away."),
  STORE_AWAY(503, "Job store away", "The job store does not answer; try again."),
  ISSUER_AWAY(503, "Issuer away", "The issuer of tokens does not answer; try again."),
  EXECUTION_TIMED_OUT(
      504, "Execution timed out", "The execution took longer than jobs.timeout of the manifest.");

  private final int status;
  private final String title;
  private final String meaning;

  ProblemType(int status, String title, String meaning) {
    this.status = status;
    this.title = title;
    this.meaning = meaning;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** What it is called, for people. */
  public String title() {
    return title;
  }

  /** One sentence for the reference. */
  public String meaning() {
    return meaning;
  }

  /** The last part of {@link #uri()}: a kebab-case word. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What stands in the member {@code type}; never changes. */
  public String uri() {
    return "urn:longhaul:problem:" + word();
  }
}
