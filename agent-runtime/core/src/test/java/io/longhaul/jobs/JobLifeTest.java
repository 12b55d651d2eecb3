package io.longhaul.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.longhaul.agent.PermanentFailure;
import io.longhaul.handler.Json;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class JobLifeTest {

  @Test
  void submitWhenTheHandlerAnswersKeepsItsResult() throws Exception {
    try (var fixture = new Fixture()) {
      var job = fixture.untilEnd(fixture.submit("echo"));
      assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
      assertThat(job.attempt()).isEqualTo(1);
      assertThat(job.expiresAt()).isAfter(job.finishedAt());
      assertThat(fixture.executions.result(job.id())).contains(Json.of("\"echoed\""));
    }
  }

  @Test
  void submitWhenAnAttemptFailsTriesAgain() throws Exception {
    var tries = new AtomicInteger();
    try (var fixture = new Fixture()) {
      fixture.with(
          "flaky",
          context -> {
            if (tries.incrementAndGet() < 3) {
              throw new IllegalStateException("not yet");
            }
            return Json.of(Integer.toString(context.attempt()));
          });
      var job = fixture.untilEnd(fixture.submit("flaky"));
      assertThat(fixture.executions.result(job.id())).contains(Json.of("3"));
      assertThat(job.error()).isNull();
      fixture.recorded.await("retried execution-failed job 1");
      fixture.recorded.await("succeeded job 3");
    }
  }

  @Test
  void submitWhenAttemptsAreUsedUpFailsWithTheLastError() throws Exception {
    try (var fixture = new Fixture()) {
      fixture.with(
          "boom",
          _ -> {
            throw new IllegalStateException("no");
          });
      var job = fixture.untilEnd(fixture.submit("boom"));
      assertThat(job.state()).isEqualTo(JobState.FAILED);
      assertThat(job.failures()).isEqualTo(3);
      assertThat(job.error())
          .isEqualTo(new Failure("execution-failed", "IllegalStateException: no"));
    }
  }

  @Test
  void submitWhenTheFailureIsPermanentDoesNotTryAgain() throws Exception {
    try (var fixture = new Fixture()) {
      fixture.with(
          "never",
          _ -> {
            throw new PermanentFailure("gone for good");
          });
      var job = fixture.untilEnd(fixture.submit("never"));
      assertThat(job.attempt()).isEqualTo(1);
      assertThat(job.error()).isEqualTo(new Failure("execution-failed", "gone for good"));
    }
  }

  @Test
  void checkpointWhenAnAttemptFailsIsThereForTheNext() throws Exception {
    try (var fixture = new Fixture()) {
      fixture.with(
          "resumes",
          context -> {
            if (context.attempt() == 1) {
              context.checkpoint("page 7");
              throw new IllegalStateException("no");
            }
            return Json.of("\"" + context.lastCheckpoint(String.class).orElseThrow() + "\"");
          });
      var job = fixture.untilEnd(fixture.submit("resumes"));
      assertThat(fixture.executions.result(job.id())).contains(Json.of("\"page 7\""));
    }
  }

  @Test
  void progressWhenTheJobEndsIsTheLastOne() throws Exception {
    try (var fixture = new Fixture()) {
      fixture.with(
          "tells",
          context -> {
            for (int i = 1; i <= 1000; i++) {
              context.progress(i / 1000.0, "step " + i);
            }
            return Json.of("1");
          });
      var job = fixture.untilEnd(fixture.submit("tells"));
      assertThat(job.progress()).isEqualTo(new Progress(1, "step 1000"));
      assertThat(job.version()).isLessThan(10);
    }
  }

  @Test
  void progressWhenTheJobGoesOnIsSeenByThoseWhoWait() throws Exception {
    try (var fixture = new Fixture()) {
      fixture.with(
          "tells",
          context -> {
            context.progress(0.5, "half");
            return Fixture.ENDLESS.run(context);
          });
      var job = fixture.submit("tells");
      var now = fixture.executions.await(job.id(), job.version(), Fixture.LONG).orElseThrow();
      assertThat(now.progress()).isEqualTo(new Progress(0.5, "half"));
    }
  }

  @Test
  void cancelWhenQueuedIsCancelledAtOnce() throws Exception {
    try (var fixture = new Fixture(new MemoryJobStore(true), settings -> settings.concurrency(1))) {
      fixture.with("slow", Fixture.ENDLESS);
      var _ = fixture.submit("slow");
      var job = fixture.submit("echo");
      assertThat(fixture.executions.cancel(job.id()).orElseThrow().state())
          .isEqualTo(JobState.CANCELLED);
    }
  }

  @Test
  void cancelWhenRunningInterruptsAndWaitsForTheHandler() throws Exception {
    var runs = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    try (var fixture = new Fixture()) {
      fixture.with(
          "stubborn",
          context -> {
            runs.countDown();
            while (!context.cancelled()) {
              Thread.onSpinWait();
            }
            var _ = Thread.interrupted();
            go.await();
            return Json.of("1");
          });
      var job = fixture.submit("stubborn");
      runs.await();
      var asked = fixture.executions.cancel(job.id()).orElseThrow();
      assertThat(asked.state()).isEqualTo(JobState.RUNNING);
      assertThat(asked.cancelRequested()).isTrue();
      go.countDown();
      assertThat(fixture.untilEnd(job).state()).isEqualTo(JobState.CANCELLED);
      assertThat(fixture.executions.result(job.id())).isEmpty();
    }
  }

  @Test
  void cancelWhenTheJobIsAboutToStartAlwaysReachesIt() throws Exception {
    try (var fixture = new Fixture()) {
      fixture.with("slow", Fixture.ENDLESS);
      for (int i = 0; i < 200; i++) {
        var job = fixture.submit("slow");
        var _ = fixture.executions.cancel(job.id());
        assertThat(fixture.untilEnd(job).state()).isEqualTo(JobState.CANCELLED);
      }
    }
  }

  @Test
  void cancelWhenEndedIsRefusedUnlessCancelled() throws Exception {
    try (var fixture = new Fixture()) {
      var job = fixture.untilEnd(fixture.submit("echo"));
      assertThatThrownBy(() -> fixture.executions.cancel(job.id()))
          .isInstanceOf(Refused.WrongState.class)
          .hasMessageContaining("succeeded");
    }
  }

  @Test
  void retryWhenFailedRunsAgainAndGoesOnCounting() throws Exception {
    var broken = new AtomicInteger(1);
    try (var fixture = new Fixture()) {
      fixture.with(
          "flaky",
          _ -> {
            if (broken.get() == 1) {
              throw new PermanentFailure("no");
            }
            return Json.of("1");
          });
      var failed = fixture.untilEnd(fixture.submit("flaky"));
      broken.set(0);
      var again = fixture.executions.retry(failed.id()).orElseThrow();
      assertThat(again.state()).isEqualTo(JobState.QUEUED);
      assertThat(again.expiresAt()).isNull();
      assertThat(fixture.untilEnd(again).attempt()).isEqualTo(2);
    }
  }

  @Test
  void submitWhenAnAttemptOutlivesTheTimeoutFailsIt() throws Exception {
    try (var fixture =
        new Fixture(
            new MemoryJobStore(true),
            settings -> settings.timeout(Duration.ofMillis(50)).attempts(2))) {
      fixture.with("slow", Fixture.ENDLESS);
      var job = fixture.untilEnd(fixture.submit("slow"));
      assertThat(job.failures()).isEqualTo(2);
      assertThat(job.error().type()).isEqualTo("timeout");
    }
  }

  @Test
  void submitWhenAllSlotsAreTakenRunsInOrder() throws Exception {
    var order = new CopyOnWriteArrayList<String>();
    var names = IntStream.range(0, 20).mapToObj(i -> "job " + i).toList();
    try (var fixture = new Fixture(new MemoryJobStore(true), settings -> settings.concurrency(1))) {
      names.forEach(name -> fixture.with(name, _ -> Json.of("" + order.add(name))));
      var jobs = names.stream().map(fixture::submit).toList();
      var _ = fixture.untilEnd(jobs.getLast());
      assertThat(order).containsExactlyElementsOf(names);
    }
  }
}
