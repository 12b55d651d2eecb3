package io.longhaul.testing;

/**
 * When to stop an attempt, and how. Made by {@link Stop}.
 *
 * @param how the way to stop
 * @param checkpoints stop once so many are stored
 * @param fraction stop once so much is done
 */
public record StopPoint(Stop how, int checkpoints, double fraction) {

  static final StopPoint NEVER = Stop.KILL.atProgress(Double.POSITIVE_INFINITY);
}
