package io.longhaul.jobs;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the leases of this worker alive, and writes the progress of its jobs, merged, at most twice
 * a second. A renewal also shows a cancel request, or that the lease is lost. Where the store is
 * exclusive nobody takes over, so only progress is written.
 */
final class Renewals {

  private static final Logger log = LoggerFactory.getLogger(Renewals.class);

  private final Runs runs;
  private final JobQueue queue;
  private final Announcer announcer;
  private final EngineSettings settings;

  /** Set while the store refuses: the log is told once. */
  private final AtomicBoolean away = new AtomicBoolean();

  Renewals(Runs runs, JobQueue queue, Announcer announcer, EngineSettings settings) {
    this.runs = runs;
    this.queue = queue;
    this.announcer = announcer;
    this.settings = settings;
  }

  /** Writes the progress that is new. */
  void writeProgress() {
    for (var run : runs.all()) {
      var lease = run.lease();
      var progress = run.progress();
      if (lease != null && progress != null && !progress.equals(lease.job().progress())) {
        renewAside(run, lease);
      }
    }
  }

  /** Renews every lease. */
  void renew() {
    for (var run : runs.all()) {
      var lease = run.lease();
      if (lease != null) {
        renewAside(run, lease);
      }
    }
  }

  /** Each on a thread of its own: one slow answer must not cost the others their leases. */
  private void renewAside(Run run, Lease lease) {
    Thread.ofVirtual().name("longhaul-renewal-" + run.id()).start(() -> renew(run, lease));
  }

  private void renew(Run run, Lease lease) {
    try {
      var job = lease.write(now -> new Lease.Change(runs.steps().renewed(now, run.progress())));
      if (job.isPresent() && job.get().cancelRequested()) {
        run.stop(Stop.CANCEL);
      } else if (lease.lost() && run.stop() != Stop.LEASE_LOST) {
        run.stop(Stop.LEASE_LOST);
        announcer.leaseLost(run);
      }
      hide(lease);
      away.set(false);
    } catch (Refused.StoreAway refused) {
      if (!away.getAndSet(true)) {
        log.warn("No progress or renewal can be stored for the moment: {}", refused.getMessage());
      }
    }
  }

  private void hide(Lease lease) {
    var ticket = lease.ticket();
    if (ticket != null && !lease.lost() && lease.job().state() == JobState.RUNNING) {
      queue.hide(ticket, settings.lease().multipliedBy(2));
    }
  }
}
