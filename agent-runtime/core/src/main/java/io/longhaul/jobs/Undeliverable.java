package io.longhaul.jobs;

/** Whoever is to be told an end will never take its record: trying again is of no use. */
public final class Undeliverable extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Says who does not take it, and why. */
  public Undeliverable(String message, Throwable cause) {
    super(message, cause);
  }
}
