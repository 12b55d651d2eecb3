package io.longhaul.config;

import io.longhaul.manifest.ConfigKey;
import org.jspecify.annotations.Nullable;

/** Values that the service itself reads, beside those that the manifest declares. */
public enum PlatformKey {
  /** Who may call. */
  API_KEYS(
      null,
      true,
      "The keys that callers may send as X-Api-Key, separated by commas: two during a rotation."),
  /** Who may sign, where access is sigv4. */
  SIGV4_KEYS(
      null,
      true,
      "The keys that callers may sign with (AWS Signature Version 4), as ID:SECRET, separated by"
          + " commas: two during a rotation. Made for this service alone, never keys of an AWS"
          + " account."),
  /** Pages that may call from a browser. */
  ALLOW_ORIGINS(
      null,
      false,
      "The origins that browsers may call from, separated by commas. Takes the place of the"
          + " manifest's http.cors; local runs allow http://localhost:3000 without it.");

  private final @Nullable String defaultValue;
  private final boolean secret;
  private final String description;

  PlatformKey(@Nullable String defaultValue, boolean secret, String description) {
    this.defaultValue = defaultValue;
    this.secret = secret;
    this.description = description;
  }

  /** The value where none is given, null if there is none. */
  public @Nullable String defaultValue() {
    return defaultValue;
  }

  /** Whether it is never printed. */
  public boolean secret() {
    return secret;
  }

  /** What it does, for the reference. */
  public String description() {
    return description;
  }

  ConfigKey declaration() {
    return new ConfigKey(defaultValue, secret, false);
  }
}
