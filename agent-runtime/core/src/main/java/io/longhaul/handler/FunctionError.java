package io.longhaul.handler;

/**
 * A Lambda handler failed, and its runtime client said how. Callers of the Invoke API get what it
 * said, everybody else the message.
 */
public final class FunctionError extends Exception {

  private static final long serialVersionUID = 1;

  private final transient Json payload;

  /**
   * Takes what was reported.
   *
   * @param message the error's type and message, in one line
   * @param payload the report, as Lambda's callers know it: {@code errorType}, {@code
   *     errorMessage}, {@code stackTrace}
   */
  public FunctionError(String message, Json payload) {
    super(message, null, false, false); // where it was reported is no place in the handler
    this.payload = payload;
  }

  /** The report as it came. */
  public Json payload() {
    return payload;
  }
}
