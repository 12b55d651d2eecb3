package io.longhaul.testing;

/**
 * Ends the agent's code where it stands. An Error, so that no {@code catch (Exception)} stops it.
 */
final class AttemptKilled extends Error {

  private static final long serialVersionUID = 1;

  AttemptKilled() {
    super("the test killed this attempt");
  }
}
