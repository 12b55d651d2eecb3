package io.longhaul.destinations;

/** A destination did not take a record: it may be tried again. */
public final class DestinationAway extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Says which destination, why, and what would help. */
  public DestinationAway(String message, Throwable cause) {
    super(message, cause);
  }
}
