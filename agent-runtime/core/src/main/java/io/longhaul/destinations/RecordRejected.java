package io.longhaul.destinations;

/**
 * A destination will never take this record, such as one that is larger than a queue allows. What
 * people can mend, a queue or a permission that is missing, is {@link DestinationAway}: after this
 * one nobody tries again, and the record is lost.
 */
public final class RecordRejected extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Says which destination, and why. */
  public RecordRejected(String message) {
    super(message);
  }

  /** The same, with what the destination answered. */
  public RecordRejected(String message, Throwable cause) {
    super(message, cause);
  }
}
