package io.longhaul.jobs;

/**
 * Who asked, as far as access told: part of what makes two uses of an idempotency key the same.
 *
 * @param name a hash of the key, the subject of the token, or {@code anonymous}; safe to log
 */
public record Caller(String name) {

  /** Nobody was asked for a name. */
  public static final Caller ANONYMOUS = new Caller("anonymous");
}
