package io.longhaul.jobs;

/**
 * Why an execution failed, as callers see it: the class and message of what the handler threw, as
 * on Lambda, but never a stack trace.
 *
 * @param type a stable kebab-case word: execution-failed, timeout, invalid-input, worker-lost, ...
 * @param message what happened, for a person
 */
public record Failure(String type, String message) {

  /** The type of a failure that is the caller's to mend. */
  public static final String INVALID_INPUT = "invalid-input";

  /** The type of the failure of an event that was given up for its age. */
  public static final String EVENT_AGE_EXCEEDED = "event-age-exceeded";
}
