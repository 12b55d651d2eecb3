package io.longhaul.metrics;

import io.longhaul.jobs.Executions;
import io.longhaul.jobs.JobCounts;
import io.longhaul.jobs.JobState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows how many jobs there are, by state, and how old the oldest unfinished one is. */
final class JobGauges {

  private static final Logger LOG = LoggerFactory.getLogger(JobGauges.class);

  /** Counting is expensive, and one scrape asks seven times. */
  private static final long FRESH = Duration.ofSeconds(5).toNanos();

  private final Executions executions;
  private final Clock clock;
  private final LongSupplier ticker;
  private JobCounts last = new JobCounts(Map.of(), null, 0);
  private long countedAt;

  JobGauges(Executions executions, Clock clock, LongSupplier ticker) {
    this.executions = executions;
    this.clock = clock;
    this.ticker = ticker;
    this.countedAt = ticker.getAsLong() - FRESH;
  }

  void register(MeterRegistry registry) {
    Gauge.builder("longhaul.executions.running", executions, Executions::running)
        .description("Executions that run now, synchronous ones and jobs")
        .strongReference(true)
        .register(registry);
    for (JobState state : JobState.values()) {
      Gauge.builder("longhaul.jobs", this, gauges -> gauges.count(state))
          .description("Jobs by state")
          .tag("state", state.name().toLowerCase(Locale.ROOT))
          .strongReference(true)
          .register(registry);
    }
    Gauge.builder("longhaul.jobs.oldest.unfinished", this, JobGauges::oldestSeconds)
        .description("Age of the oldest queued or running job")
        .baseUnit("seconds")
        .strongReference(true)
        .register(registry);
    Gauge.builder("longhaul.records.due", this, gauges -> gauges.counts().recordsDue())
        .description("Ended events whose record is not delivered yet")
        .strongReference(true)
        .register(registry);
  }

  private double count(JobState state) {
    return counts().byState().getOrDefault(state, 0L);
  }

  private double oldestSeconds() {
    var oldest = counts().oldestUnfinished();
    return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis() / 1000.0;
  }

  private synchronized JobCounts counts() {
    if (ticker.getAsLong() - countedAt >= FRESH) {
      countedAt = ticker.getAsLong();
      try {
        last = executions.counts();
      } catch (RuntimeException e) {
        // a scrape shows the rest, and the last count
        LOG.warn("Jobs cannot be counted: {}", e.getMessage());
      }
    }
    return last;
  }
}
