package io.longhaul.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.longhaul.handler.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Several workers on one store, and workers that died. */
final class TakeOverTest {

  private final MemoryJobStore shared = new MemoryJobStore(false);
  private final MemoryJobQueue queue = new MemoryJobQueue(Clock.systemUTC());
  private final SampleJobs jobs = new SampleJobs();

  private Fixture worker() {
    return new Fixture(shared, queue, settings -> settings.lease(Duration.ofSeconds(3)));
  }

  /** A job whose worker died after it took the job. */
  private Job orphan(JobStore store, Job job) {
    store.create(job, Json.of("echo"), null);
    return job;
  }

  @Test
  void takeOverWhenALeaseIsNotRenewedRunsTheJobAgain() throws Exception {
    var job = orphan(shared, jobs.running());
    queue.send(job.id(), Duration.ZERO);
    try (var fixture = worker()) {
      var done = fixture.untilEnd(job);
      assertThat(done.state()).isEqualTo(JobState.SUCCEEDED);
      assertThat(done.attempt()).isEqualTo(2);
      assertThat(fixture.recorded.events()).contains("lease lost job 1");
    }
  }

  @Test
  void takeOverWhenTheOwnerLivesDoesNotHappen() throws Exception {
    try (var first = worker();
        var second = worker()) {
      var go = new CountDownLatch(1);
      first.with(
          "slow",
          _ -> {
            go.await();
            return Json.of("1");
          });
      second.with(
          "slow",
          _ -> {
            go.await();
            return Json.of("1");
          });
      var job = first.submit("slow");
      var running = first.until(job, JobState.RUNNING);
      queue.send(job.id(), Duration.ZERO);
      queue.send(job.id(), Duration.ZERO);
      await().until(() -> shared.find(job.id()).orElseThrow().beat() > running.beat() + 6);
      go.countDown();
      assertThat(first.untilEnd(running).attempt()).isEqualTo(1);
    }
  }

  @Test
  void takeOverWhenTheDeadWorkerWakesUpRefusesItsWrites() throws Exception {
    var job = orphan(shared, jobs.running());
    queue.send(job.id(), Duration.ZERO);
    try (var fixture = worker()) {
      var done = fixture.untilEnd(job);
      var late = jobs.steps.succeeded(job, null);
      assertThat(shared.replace(job, late, new Value(ValueKind.RESULT, Json.of("late"))))
          .contains(done);
      assertThat(fixture.executions.result(job.id())).contains(Json.of("\"echoed\""));
    }
  }

  @Test
  void cancelWhenTheJobRunsElsewhereStopsItThere() throws Exception {
    try (var first = worker()) {
      first.with("slow", Fixture.ENDLESS);
      var job = first.until(first.submit("slow"), JobState.RUNNING);
      try (var second = new Fixture(shared, queue, settings -> settings.concurrency(0))) {
        assertThat(second.executions.cancel(job.id()).orElseThrow().cancelRequested()).isTrue();
        assertThat(second.untilEnd(job).state()).isEqualTo(JobState.CANCELLED);
      }
    }
  }

  @Test
  void startWhenTheStoreIsExclusiveTakesDeadWorkersJobsAtOnce() throws Exception {
    var store = new MemoryJobStore(true);
    var running = orphan(store, jobs.running());
    var queued = orphan(store, jobs.queued());
    try (var fixture = new Fixture(store, settings -> settings.lease(Duration.ofHours(1)))) {
      assertThat(fixture.untilEnd(running).attempt()).isEqualTo(2);
      assertThat(fixture.untilEnd(queued).attempt()).isEqualTo(1);
    }
  }

  @Test
  void startWhenACancelledJobsWorkerDiedCancelsIt() throws Exception {
    var store = new MemoryJobStore(true);
    var job = orphan(store, jobs.steps.cancelRequested(jobs.running()));
    try (var fixture = new Fixture(store, settings -> settings)) {
      assertThat(fixture.untilEnd(job).state()).isEqualTo(JobState.CANCELLED);
      fixture.recorded.await("cancelled job 1");
    }
  }

  @Test
  void startWhenFiveWorkersWereLostEndsTheJobSayingSo() throws Exception {
    var store = new MemoryJobStore(true);
    var job = jobs.running();
    for (int lost = 0; lost < 4; lost++) {
      job = jobs.steps.takenOver(job);
    }
    orphan(store, job);
    try (var fixture = new Fixture(store, settings -> settings)) {
      var failed = fixture.untilEnd(job);
      assertThat(failed.error().type()).isEqualTo("worker-lost");
      assertThat(failed.error().message()).startsWith("5 workers in a row");
      assertThat(failed.attempt()).isEqualTo(5);
    }
  }

  @Test
  void checkpointWhenTheLeaseIsLostTellsTheHandlerToEnd() throws Exception {
    try (var fixture = worker()) {
      var told = new CompletableFuture<Throwable>();
      var go = new CountDownLatch(1);
      fixture.with(
          "slow",
          context -> {
            uninterrupted(go);
            try {
              context.checkpoint("late");
            } catch (IllegalStateException e) {
              told.complete(e);
            }
            return Json.of("1");
          });
      var job = fixture.until(fixture.submit("slow"), JobState.RUNNING);
      takenByAnother(job);
      go.countDown();
      assertThat(told.get()).hasMessageContaining("another worker");
    }
  }

  private void takenByAnother(Job job) {
    var other = SampleJobs.stepsOf(7);
    var taken =
        new Records(shared, new Changes(true))
            .change(
                job.id(), now -> "worker-7".equals(now.owner()) ? now : other.taken(now), _ -> {});
    assertThat(taken).isPresent();
  }

  private static void uninterrupted(CountDownLatch latch) {
    boolean open = false;
    while (!open) {
      try {
        latch.await();
        open = true;
      } catch (InterruptedException _) {
        // the lease may be found lost first
      }
    }
  }
}
