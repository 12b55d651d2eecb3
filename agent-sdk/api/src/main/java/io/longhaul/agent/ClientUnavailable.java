package io.longhaul.agent;

/** A call was not tried: its circuit breaker is open, or its rate or concurrency is used up. */
public final class ClientUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Says which client, and why. */
  public ClientUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
