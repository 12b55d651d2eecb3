package io.longhaul.agents.linkauditor;

import java.time.Duration;

/** Waits; a test replaces it. */
@FunctionalInterface
interface Sleeper {
  void sleep(Duration time) throws InterruptedException;
}
