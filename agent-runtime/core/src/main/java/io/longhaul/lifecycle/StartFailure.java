package io.longhaul.lifecycle;

import org.jspecify.annotations.Nullable;

/** The service cannot start. Printed as two lines, without a stack trace. */
public final class StartFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String action;
  private final ExitCode code;

  /**
   * Says what stands in the way, and what to do.
   *
   * @param description what is wrong, and where
   * @param action what mends it
   */
  public StartFailure(ExitCode code, String description, String action) {
    this(code, description, action, null);
  }

  /** The same with its cause, which only a debug log shows. */
  public StartFailure(ExitCode code, String description, String action, @Nullable Throwable cause) {
    super(description, cause);
    this.code = code;
    this.action = action;
  }

  /** What is wrong. */
  public String description() {
    return String.valueOf(getMessage());
  }

  /** What mends it. */
  public String action() {
    return action;
  }

  /** The exit code of the process. */
  public ExitCode code() {
    return code;
  }
}
