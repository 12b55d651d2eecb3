package io.longhaul.manifest;

/** What an agent is: decides the defaults of capacity, deployment and scaling. */
public enum Kind {
  /** Answers calls in seconds. */
  HTTP,
  /** Holds connections open and writes to them as it goes. */
  STREAM,
  /** Works through a queue, minutes at a time; may stand at zero tasks. */
  WORKER,
  /** Runs jobs for hours or days. */
  LONG
}
