package io.longhaul.jobs;

/** Why a running handler is interrupted. */
enum Stop {
  CANCEL,
  TIMEOUT,
  DRAIN,
  /** Another worker owns the job. */
  LEASE_LOST
}
