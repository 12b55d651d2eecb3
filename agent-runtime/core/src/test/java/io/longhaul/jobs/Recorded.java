package io.longhaul.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Remembers what a listener was told, as words. */
final class Recorded implements ExecutionListener {

  private final List<String> events = new CopyOnWriteArrayList<>();

  /** Copies what was told until now. */
  List<String> events() {
    return List.copyOf(events);
  }

  /** Waits until something was told: callers may learn of an end before listeners do. */
  void await(String event) {
    Awaitility.await().atMost(Fixture.LONG).untilAsserted(() -> assertThat(events).contains(event));
  }

  @Override
  public void started(Execution execution) {
    add("started", execution);
  }

  @Override
  public void succeeded(Execution execution) {
    add("succeeded", execution);
  }

  @Override
  public void failed(Execution execution, Failure failure, @Nullable Throwable cause) {
    add("failed " + failure.type(), execution);
  }

  @Override
  public void retried(
      Execution execution, Failure failure, @Nullable Throwable cause, Instant due) {
    add("retried " + failure.type(), execution);
  }

  @Override
  public void cancelled(Execution execution) {
    add("cancelled", execution);
  }

  @Override
  public void leaseLost(Execution execution) {
    add("lease lost", execution);
  }

  @Override
  public void handedBack(Execution execution) {
    add("handed back", execution);
  }

  @Override
  public void recordRejected(Execution execution) {
    add("record rejected", execution);
  }

  private void add(String what, Execution execution) {
    events.add(what + (execution.job() ? " job " : " call ") + execution.attempt());
  }
}
