package io.longhaul.agent;

/**
 * A value that is never printed. Two secrets are equal when their values are.
 *
 * @param reveal the value itself
 */
public record Secret(String reveal) {

  /** Hides the value. */
  @Override
  public String toString() {
    return "(secret)";
  }
}
