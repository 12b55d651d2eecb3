package io.longhaul.nativeagent;

import org.jspecify.annotations.Nullable;

/** A native agent cannot be started as it is; the message says why and what to change. */
public final class UnusableAgent extends RuntimeException {

  private static final long serialVersionUID = 1;

  UnusableAgent(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
