package io.longhaul.metrics;

import io.longhaul.jobs.Execution;
import io.longhaul.jobs.ExecutionListener;
import io.longhaul.jobs.Failure;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Counts and times executions by their outcome. Its meters exist from the start, at zero. */
final class ExecutionMeters implements ExecutionListener {

  private final Timer succeeded;
  private final Timer failed;
  private final Timer cancelled;
  private final Counter retried;
  private final Counter leasesLost;
  private final Counter handedBack;
  private final Counter recordsRejected;

  ExecutionMeters(MeterRegistry registry) {
    succeeded = timer(registry, "succeeded");
    failed = timer(registry, "failed");
    cancelled = timer(registry, "cancelled");
    retried = counter(registry, "retries", "Attempts that failed and were followed by another");
    leasesLost = counter(registry, "leases.lost", "Leases that a worker lost");
    handedBack = counter(registry, "handed.back", "Jobs handed back because the service stopped");
    recordsRejected =
        counter(
            registry,
            "records.rejected",
            "Records of ended events that their destination refused for good, so that they are lost");
  }

  @Override
  public void succeeded(Execution execution) {
    succeeded.record(execution.ran());
  }

  @Override
  public void failed(Execution execution, Failure failure, @Nullable Throwable cause) {
    failed.record(execution.ran());
  }

  @Override
  public void retried(
      Execution execution, Failure failure, @Nullable Throwable cause, Instant due) {
    retried.increment();
  }

  @Override
  public void cancelled(Execution execution) {
    cancelled.record(execution.ran());
  }

  @Override
  public void leaseLost(Execution execution) {
    leasesLost.increment();
  }

  @Override
  public void handedBack(Execution execution) {
    handedBack.increment();
  }

  @Override
  public void recordRejected(Execution execution) {
    recordsRejected.increment();
  }

  private static Timer timer(MeterRegistry registry, String outcome) {
    return Timer.builder("longhaul.executions")
        .description("Executions that ended, by outcome, with the time of their last attempt")
        .tag("outcome", outcome)
        .register(registry);
  }

  private static Counter counter(MeterRegistry registry, String name, String description) {
    return Counter.builder("longhaul." + name).description(description).register(registry);
  }
}
