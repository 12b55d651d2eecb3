package io.longhaul.lifecycle;

import java.util.Locale;

/** Where a service is in its life; it only moves forward. */
public enum Phase {
  STARTING,
  SERVING,
  DRAINING;

  /** The word for answers. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
