package io.longhaul.testing;

/** The ways in which an attempt ends before it is done. */
public enum Stop {
  /** Somebody cancelled: {@code cancelled()} turns true and the agent's thread is interrupted. */
  CANCEL,
  /** The service is stopping: {@code draining()} turns true. */
  DRAIN,
  /** The worker is gone: the agent runs no further, and nothing it says later is heard. */
  KILL;

  /** Stops as soon as the n-th checkpoint of the attempt is stored; counts from 1. */
  public StopPoint afterCheckpoint(int n) {
    return new StopPoint(this, n, Double.POSITIVE_INFINITY);
  }

  /** Stops as soon as the agent reports at least this fraction. */
  public StopPoint atProgress(double fraction) {
    return new StopPoint(this, Integer.MAX_VALUE, fraction);
  }
}
