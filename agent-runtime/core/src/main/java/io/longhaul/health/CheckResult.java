package io.longhaul.health;

import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param detail why it is not up; null if it is
 */
public record CheckResult(State state, boolean required, @Nullable String detail) {

  /** Up, down, or not looked at yet. */
  public enum State {
    UNKNOWN,
    UP,
    DOWN
  }

  /** Whether the dependency is known to be away. */
  public boolean isDown() {
    return state == State.DOWN;
  }
}
