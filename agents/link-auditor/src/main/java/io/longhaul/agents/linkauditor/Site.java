package io.longhaul.agents.linkauditor;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * One site's wishes: what its robots.txt closes, and how long to wait between requests. Safe for
 * concurrent use.
 */
final class Site {

  private final RobotsTxt robots;
  private final LongSupplier nanos;
  private final Sleeper sleeper;
  private long nextTurn;

  Site(RobotsTxt robots, LongSupplier nanos, Sleeper sleeper) {
    this.robots = robots;
    this.nanos = nanos;
    this.sleeper = sleeper;
    this.nextTurn = nanos.getAsLong();
  }

  /** Why the address is not asked for; empty if it may be. */
  Optional<Outcome> objection(WebUrl url) {
    return robots.objection(url);
  }

  /** Waits until the site may be asked again; each caller gets a turn of its own. */
  void awaitTurn() throws InterruptedException {
    Duration wait = reserveTurn();
    if (wait.isPositive()) {
      sleeper.sleep(wait);
    }
  }

  private synchronized Duration reserveTurn() {
    long now = nanos.getAsLong();
    long turn = Math.max(now, nextTurn);
    nextTurn = turn + robots.delay().toNanos();
    return Duration.ofNanos(turn - now);
  }

  /** The site asked for a pause. */
  synchronized void postpone(Duration pause) {
    nextTurn = Math.max(nextTurn, nanos.getAsLong() + pause.toNanos());
  }
}
