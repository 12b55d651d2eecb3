package io.longhaul.jobs;

/** What became of a new job. */
public sealed interface Creation {

  /** It is stored. */
  record Created() implements Creation {}

  /**
   * Its key was used before with the same fingerprint: nothing was stored.
   *
   * @param job the job of that use, as it is now
   */
  record Repeated(Job job) implements Creation {}

  /** Its key was used before with another fingerprint: nothing was stored. */
  record Mismatched() implements Creation {}
}
