package io.longhaul.jobs.embedded;

import org.jspecify.annotations.Nullable;

/**
 * A data folder cannot be used as it is: taken by another process, corrupt, or of a newer format.
 * The message says which, where, and the way out. Nothing in the folder was changed.
 */
public final class StoreUnusable extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final boolean taken;

  StoreUnusable(String message) {
    this(message, null);
  }

  StoreUnusable(String message, @Nullable Throwable cause) {
    this(message, cause, false);
  }

  private StoreUnusable(String message, @Nullable Throwable cause, boolean taken) {
    super(message, cause);
    this.taken = taken;
  }

  static StoreUnusable takenBy(String message) {
    return new StoreUnusable(message, null, true);
  }

  /** Whether another process holds the folder, and nothing else is wrong. */
  public boolean taken() {
    return taken;
  }
}
