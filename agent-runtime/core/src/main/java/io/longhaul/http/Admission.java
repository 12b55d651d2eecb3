package io.longhaul.http;

import io.longhaul.jobs.Caller;
import java.util.Map;

/**
 * A caller that was let in.
 *
 * @param claims what the caller's verified token says, by claim; empty where no token was asked.
 *     They are no part of the caller's identity: each new token has others
 */
public record Admission(Caller caller, Map<String, Object> claims) {

  /** One who was asked for nothing, or for a key. */
  public static Admission of(Caller caller) {
    return new Admission(caller, Map.of());
  }
}
