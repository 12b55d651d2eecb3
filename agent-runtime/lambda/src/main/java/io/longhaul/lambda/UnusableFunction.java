package io.longhaul.lambda;

/** A Lambda handler cannot be started as it is; the message says why and what to change. */
public final class UnusableFunction extends RuntimeException {

  private static final long serialVersionUID = 1;

  UnusableFunction(String message) {
    super(message);
  }
}
