package io.longhaul.jobs;

/** The values of a job that can be large, and are therefore stored beside its record. */
public enum ValueKind {
  INPUT,
  CHECKPOINT,
  RESULT,
  /** What the last failed attempt of an Event invocation answered. */
  REPORT
}
