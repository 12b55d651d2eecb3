package io.longhaul.jobs;

import java.time.Duration;

/** A call was not accepted, so nothing of it remains; each kind has its HTTP status. */
public abstract sealed class Refused extends RuntimeException {

  private static final long serialVersionUID = 1;

  private Refused(String message) {
    super(message);
  }

  /** Every place and every waiting place is taken: 429. */
  public static final class Busy extends Refused {
    private static final long serialVersionUID = 1;
    private final transient Duration retryAfter;

    /** Says what is full. */
    public Busy(String message, Duration retryAfter) {
      super(message);
      this.retryAfter = retryAfter;
    }

    /** When a new try is sensible. */
    public Duration retryAfter() {
      return retryAfter;
    }
  }

  /** The idempotency key was used with another body or path: 422. */
  public static final class KeyReused extends Refused {
    private static final long serialVersionUID = 1;

    /** Says which key. */
    public KeyReused(String message) {
      super(message);
    }
  }

  /** The service is starting or draining: 503. */
  public static final class NotServing extends Refused {
    private static final long serialVersionUID = 1;

    /** Says which of the two. */
    public NotServing(String message) {
      super(message);
    }
  }

  /** The job store does not answer, or its disk is full: 503. */
  public static final class StoreAway extends Refused {
    private static final long serialVersionUID = 1;

    /** Says what the store said. */
    public StoreAway(String message, Throwable cause) {
      super(message);
      initCause(cause);
    }
  }

  /** The job's state does not allow it: 409. */
  public static final class WrongState extends Refused {
    private static final long serialVersionUID = 1;

    /** Says which state it is in, and which would allow it. */
    public WrongState(String message) {
      super(message);
    }
  }
}
