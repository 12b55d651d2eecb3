package io.longhaul.jobs;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Watches leases of other workers, without a slot. Clocks do not decide: a lease is dead when this
 * process saw its job unchanged for one lease length on its own monotonic clock, from the end of
 * the first read to the beginning of the last, with no gap in between.
 */
final class Watch {

  /**
   * In a lease: well under a third of a lease apart, although timers are late on a busy machine.
   */
  private static final int READS = 10;

  private final Set<ExecutionId> watched = ConcurrentHashMap.newKeySet();
  private final Runs runs;
  private final Slots slots;
  private final JobRuns jobs;
  private final LongSupplier ticker;
  private final Duration lease;

  Watch(Runs runs, Slots slots, JobRuns jobs, LongSupplier ticker, Duration lease) {
    this.runs = runs;
    this.slots = slots;
    this.jobs = jobs;
    this.ticker = ticker;
    this.lease = lease;
  }

  /**
   * Watches on a thread of its own, until the lease is dead or seen to be alive. A lease that is
   * watched already is left to that watch.
   */
  void start(Job seen, Ticket ticket) {
    if (watched.add(seen.id())) {
      Thread.ofVirtual().name("longhaul-watch-" + seen.id()).start(() -> begin(seen, ticket));
    }
  }

  private void begin(Job seen, Ticket ticket) {
    try {
      watch(seen, ticket);
    } catch (InterruptedException | Refused _) {
      // The ticket comes back and starts a new watch.
    } finally {
      watched.remove(seen.id());
    }
  }

  private void watch(Job seen, Ticket ticket) throws InterruptedException {
    long since = ticker.getAsLong();
    long last = since;
    while (!runs.draining()) {
      Thread.sleep(lease.dividedBy(READS));
      long before = ticker.getAsLong();
      var sight = look(seen);
      long after = ticker.getAsLong();
      if (sight == Sight.ALIVE) {
        return;
      }
      if (sight == Sight.FAILED || after - last > lease.toNanos() / 3) {
        since = after;
      } else if (before - since >= lease.toNanos()) {
        takeOver(seen, ticket);
        return;
      }
      last = after;
    }
  }

  private enum Sight {
    UNCHANGED,
    /** Or no longer leased, or gone. */
    ALIVE,
    FAILED
  }

  private Sight look(Job seen) {
    try {
      var now = runs.records().find(seen.id());
      return now.isPresent() && unchanged(seen, now.get()) ? Sight.UNCHANGED : Sight.ALIVE;
    } catch (Refused.StoreAway _) {
      return Sight.FAILED;
    }
  }

  private void takeOver(Job dead, Ticket ticket) throws InterruptedException {
    var slot = slots.take(lease);
    if (slot != null) {
      try (slot) {
        // A cancel request may have moved the version; a sign of life makes the take-over fail.
        runs.records()
            .find(dead.id())
            .filter(now -> unchanged(dead, now))
            .ifPresent(now -> jobs.take(now, ticket, slot));
      }
    }
  }

  private static boolean unchanged(Job seen, Job now) {
    return seen.fence() == now.fence()
        && seen.beat() == now.beat()
        && now.state() == JobState.RUNNING;
  }
}
