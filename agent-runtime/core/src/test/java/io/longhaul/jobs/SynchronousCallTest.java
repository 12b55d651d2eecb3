package io.longhaul.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.longhaul.agent.InvalidInput;
import io.longhaul.handler.FunctionError;
import io.longhaul.handler.Json;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class SynchronousCallTest {

  private static final Duration SHORT = Duration.ofMillis(50);

  @Test
  void executeWhenTheHandlerAnswersTouchesNoStore() throws Exception {
    var store = new MemoryJobStore(true);
    try (var fixture = new Fixture(store, settings -> settings)) {
      store.away(true);
      var answer = fixture.executions.execute(fixture.request("echo"));
      assertThat(answer).isInstanceOf(Answer.Succeeded.class);
      assertThat(fixture.recorded.events()).containsExactly("started call 1", "succeeded call 1");
    }
  }

  @Test
  void executeWhenTheHandlerThrowsSaysWhatWithoutStackTrace() throws Exception {
    try (var fixture = new Fixture()) {
      fixture.with(
          "boom",
          _ -> {
            throw new IllegalStateException("no\nluck");
          });
      var answer = fixture.executions.execute(fixture.request("boom"));
      assertThat(((Answer.Failed) answer).failure())
          .isEqualTo(new Failure("execution-failed", "IllegalStateException: no luck"));
    }
  }

  @Test
  void executeWhenAFunctionReportsAnErrorHandsItsReportOn() throws Exception {
    var report = new FunctionError("ValueError", "no luck", Json.of("{\"stackTrace\":[]}"));
    try (var fixture = new Fixture()) {
      fixture.with(
          "boom",
          _ -> {
            throw report;
          });
      var answer = (Answer.Failed) fixture.executions.execute(fixture.request("boom"));
      assertThat(answer.cause()).isSameAs(report);
      assertThat(answer.failure())
          .isEqualTo(new Failure("execution-failed", "ValueError: no luck"));
    }
  }

  @Test
  void executeWhenTheInputIsRefusedNamesTheField() throws Exception {
    try (var fixture = new Fixture()) {
      fixture.with(
          "bad",
          _ -> {
            throw new InvalidInput("url", "not allowed");
          });
      var answer = fixture.executions.execute(fixture.request("bad"));
      assertThat(((Answer.Failed) answer).failure())
          .isEqualTo(new Failure("invalid-input", "url: not allowed"));
    }
  }

  @Test
  void executeWhenItOutlivesItsWaitGoesOnAsAJob() throws Exception {
    var go = new CountDownLatch(1);
    try (var fixture = new Fixture()) {
      fixture.with(
          "slow",
          context -> {
            context.checkpoint("here");
            go.await();
            return Json.of("1");
          });
      var answer = fixture.executions.execute(fixture.request("slow", null, SHORT));
      assertThat(answer).isInstanceOf(Answer.StillRunning.class);
      var job = fixture.executions.find(answer.id()).orElseThrow();
      assertThat(job.state()).isEqualTo(JobState.RUNNING);
      go.countDown();
      assertThat(fixture.untilEnd(job).state()).isEqualTo(JobState.SUCCEEDED);
      assertThat(fixture.executions.result(job.id())).contains(Json.of("1"));
    }
  }

  @Test
  void executeWhenItCannotBeWrittenDownKeepsWaiting() throws Exception {
    var store = new MemoryJobStore(true);
    try (var fixture = new Fixture(store, settings -> settings)) {
      fixture.with(
          "slow",
          _ -> {
            store.awaitRefusal();
            return Json.of("1");
          });
      store.away(true);
      var answer = fixture.executions.execute(fixture.request("slow", null, SHORT));
      assertThat(answer).isInstanceOf(Answer.Succeeded.class);
    }
  }

  @Test
  void executeWhenPlacesAndWaitingPlacesAreTakenIsRefused() throws Exception {
    var go = new CountDownLatch(1);
    var runs = new CountDownLatch(1);
    try (var fixture =
        new Fixture(new MemoryJobStore(true), settings -> settings.places(1).waiting(0))) {
      fixture.with(
          "slow",
          _ -> {
            runs.countDown();
            go.await();
            return Json.of("1");
          });
      var first = Thread.startVirtualThread(() -> run(fixture, "slow"));
      runs.await();
      assertThatThrownBy(() -> fixture.executions.execute(fixture.request("echo")))
          .isInstanceOf(Refused.Busy.class);
      go.countDown();
      first.join();
      assertThat(fixture.executions.execute(fixture.request("echo")))
          .isInstanceOf(Answer.Succeeded.class);
    }
  }

  @Test
  void executeWhenAJobHasTakenTheLastPlaceIsRefused() throws Exception {
    var runs = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    try (var fixture =
        new Fixture(new MemoryJobStore(true), to -> to.places(1).jobsTakePlaces(true).waiting(0))) {
      fixture.with(
          "slow",
          _ -> {
            runs.countDown();
            go.await();
            return Json.of("1");
          });
      var job = fixture.submit("slow");
      runs.await();
      assertThatThrownBy(() -> fixture.executions.execute(fixture.request("echo")))
          .isInstanceOf(Refused.Busy.class);
      go.countDown();
      var _ = fixture.untilEnd(job);
      assertThat(fixture.executions.execute(fixture.request("echo")))
          .isInstanceOf(Answer.Succeeded.class);
    }
  }

  @Test
  void executeWhenJobsAreCountedApartFindsItsPlace() throws Exception {
    var runs = new CountDownLatch(1);
    try (var fixture = new Fixture(new MemoryJobStore(true), to -> to.places(1).waiting(0))) {
      fixture.with(
          "slow",
          context -> {
            runs.countDown();
            return Fixture.ENDLESS.run(context);
          });
      var _ = fixture.submit("slow");
      runs.await();
      assertThat(fixture.executions.execute(fixture.request("echo")))
          .isInstanceOf(Answer.Succeeded.class);
    }
  }

  @Test
  void executeWhenItWaitsInLineLongerThanItsWaitBecomesAQueuedJob() throws Exception {
    var go = new CountDownLatch(1);
    var runs = new CountDownLatch(1);
    try (var fixture = new Fixture(new MemoryJobStore(true), settings -> settings.places(1))) {
      fixture.with(
          "slow",
          _ -> {
            runs.countDown();
            go.await();
            return Json.of("1");
          });
      var first = Thread.startVirtualThread(() -> run(fixture, "slow"));
      runs.await();
      var answer = fixture.executions.execute(fixture.request("echo", null, SHORT));
      var job = ((Answer.StillRunning) answer).job();
      assertThat(fixture.untilEnd(job).state()).isEqualTo(JobState.SUCCEEDED);
      go.countDown();
      first.join();
    }
  }

  @Test
  void executeWhenItCannotBecomeAJobStaysInTheLine() throws Exception {
    var store = new MemoryJobStore(true);
    var runs = new CountDownLatch(1);
    try (var fixture = new Fixture(store, settings -> settings.places(1))) {
      fixture.with(
          "slow",
          _ -> {
            runs.countDown();
            store.awaitRefusal();
            return Json.of("1");
          });
      var first = Thread.startVirtualThread(() -> run(fixture, "slow"));
      runs.await();
      store.away(true);
      assertThat(fixture.executions.execute(fixture.request("echo", null, SHORT)))
          .isInstanceOf(Answer.Succeeded.class);
      first.join();
    }
  }

  @Test
  void executeWhenItsKeyCannotBeWrittenDownIsRefused() throws Exception {
    var store = new MemoryJobStore(true);
    try (var fixture = new Fixture(store, settings -> settings)) {
      store.away(true);
      assertThatThrownBy(() -> fixture.executions.execute(fixture.request("echo", "key", null)))
          .isInstanceOf(Refused.StoreAway.class);
    }
  }

  @Test
  void executeWhenTheHandlerGivesUpDuringADrainIsRefusedNotFailed() throws Exception {
    var runs = new CountDownLatch(1);
    var fixture = new Fixture();
    fixture.with(
        "gives up",
        context -> {
          runs.countDown();
          await().until(context::draining);
          throw new IllegalStateException("stopping");
        });
    var drain = Thread.startVirtualThread(() -> drainOnce(fixture, runs, Fixture.LONG));
    assertThatThrownBy(() -> fixture.executions.execute(fixture.request("gives up")))
        .isInstanceOf(Refused.NotServing.class);
    drain.join();
    assertThat(fixture.recorded.events()).endsWith("handed back call 1");
  }

  @Test
  void executeWhenItOutlivesTheTimeoutIsInterruptedAndFails() throws Exception {
    try (var fixture = new Fixture(new MemoryJobStore(true), settings -> settings.timeout(SHORT))) {
      fixture.with("slow", Fixture.ENDLESS);
      var answer = fixture.executions.execute(fixture.request("slow"));
      assertThat(((Answer.Failed) answer).failure().type()).isEqualTo("timeout");
    }
  }

  @Test
  void executeWhenTheServiceDrainsIsInterruptedAndRefused() throws Exception {
    var runs = new CountDownLatch(1);
    var fixture = new Fixture();
    fixture.with(
        "slow",
        context -> {
          runs.countDown();
          return Fixture.ENDLESS.run(context);
        });
    var drain = Thread.startVirtualThread(() -> drainOnce(fixture, runs, Duration.ZERO));
    assertThatThrownBy(() -> fixture.executions.execute(fixture.request("slow")))
        .isInstanceOf(Refused.NotServing.class);
    drain.join();
    assertThatThrownBy(() -> fixture.executions.execute(fixture.request("echo")))
        .isInstanceOf(Refused.NotServing.class);
  }

  private static void drainOnce(Fixture fixture, CountDownLatch runs, Duration wait) {
    try {
      runs.await();
      fixture.executions.drain(wait);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void run(Fixture fixture, String input) {
    try {
      var _ = fixture.executions.execute(fixture.request(input));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
