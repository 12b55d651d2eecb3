package io.longhaul.handler;

/**
 * A Lambda function ended with an error that it, or the runtime for it, reported. Callers of the
 * Lambda API are answered the report as it is; everybody else reads type and message.
 */
public final class FunctionError extends Exception {

  private static final long serialVersionUID = 1;

  private final String errorType;
  private final transient Json payload;

  /**
   * Takes a report. It has no stack trace of ours: the function's own stands in the payload.
   *
   * @param errorType as the report names it, such as {@code ValueError} or {@code
   *     Runtime.ExitError}
   * @param message the report's message
   * @param payload the whole report
   */
  public FunctionError(String errorType, String message, Json payload) {
    super(message, null, false, false);
    this.errorType = errorType;
    this.payload = payload;
  }

  /** What kind of error it is, in the words of the function's language. */
  public String errorType() {
    return errorType;
  }

  /** Type and message, as in {@code ValueError: no luck}. */
  public String summary() {
    return getMessage() == null ? errorType : errorType + ": " + getMessage();
  }

  /** The whole report. */
  public Json payload() {
    return payload;
  }
}
