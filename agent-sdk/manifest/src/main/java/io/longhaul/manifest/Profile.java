package io.longhaul.manifest;

/** What is set per load balancer, so decides on which an agent stands. */
public enum Profile {
  /** Public, for calls of ordinary length. */
  STANDARD,
  /** Public, for streams and long waits. */
  STREAMING,
  /** Reachable from inside the network only. */
  INTERNAL
}
