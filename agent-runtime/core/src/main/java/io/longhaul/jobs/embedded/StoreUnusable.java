package io.longhaul.jobs.embedded;

import org.jspecify.annotations.Nullable;

/**
 * A data folder cannot be used as it is: taken by another process, corrupt, or of a newer format.
 * The message says which, where, and the way out. Nothing in the folder was changed.
 */
public final class StoreUnusable extends RuntimeException {

  private static final long serialVersionUID = 1;

  StoreUnusable(String message) {
    this(message, null);
  }

  StoreUnusable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
