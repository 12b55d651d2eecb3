package io.longhaul.agent;

import org.jspecify.annotations.Nullable;

/** Trying again cannot help: the job fails without using up its attempts. */
public final class PermanentFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Says what failed. The message is shown to callers. */
  public PermanentFailure(String message) {
    super(message);
  }

  /** Says what failed, and why. */
  public PermanentFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
