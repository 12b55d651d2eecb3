package io.longhaul.jobs;

/**
 * Queued → running → succeeded, failed or cancelled; running → queued on retry, drain or lost
 * lease.
 */
public enum JobState {
  QUEUED,
  RUNNING,
  SUCCEEDED,
  FAILED,
  CANCELLED;

  /** Whether the job has ended; only {@code retry} leaves such a state. */
  public boolean isTerminal() {
    return this == SUCCEEDED || this == FAILED || this == CANCELLED;
  }
}
