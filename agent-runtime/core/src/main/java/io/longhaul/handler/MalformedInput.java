package io.longhaul.handler;

/** An input is not JSON at all; the message says where it breaks off. */
public final class MalformedInput extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Says what was found, and at which line and column. */
  public MalformedInput(String message) {
    super(message);
  }
}
