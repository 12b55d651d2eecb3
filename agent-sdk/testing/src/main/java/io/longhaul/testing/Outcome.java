package io.longhaul.testing;

/** How an attempt ended. */
public enum Outcome {
  /** It returned an output. */
  SUCCEEDED,
  /** It threw, and nobody had asked it to stop. */
  FAILED,
  /** It threw after it was cancelled. */
  CANCELLED,
  /** It threw while draining: the service would hand the job to another worker. */
  HANDED_BACK,
  /** The test killed it. */
  KILLED
}
