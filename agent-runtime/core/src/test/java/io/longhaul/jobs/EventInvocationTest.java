package io.longhaul.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.longhaul.agent.PermanentFailure;
import io.longhaul.handler.Handler;
import io.longhaul.handler.Json;
import io.longhaul.testing.TestClock;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Age, retries and records of Event invocations. */
final class EventInvocationTest {

  private static final Handler.Call BROKEN =
      _ -> {
        throw new IllegalStateException("no");
      };

  private static final String BROKEN_REPORT = "execution-failed: IllegalStateException: no";

  private final MemoryJobStore store = new MemoryJobStore(true);
  private final TestClock clock = new TestClock();
  private final Told told = new Told();
  private final Steps steps =
      new Steps(clock, "dead", Duration.ofDays(30), Duration.ofHours(6), told::awaited);

  private Fixture engine() {
    return engine(settings -> settings);
  }

  private Fixture engine(UnaryOperator<EngineSettings.Builder> settings) {
    return new Fixture(store, new MemoryJobQueue(clock), told, clock, settings);
  }

  private static Job submit(Fixture engine, String input) {
    return engine.executions.submit(engine.request(input).asEvent());
  }

  /** What a worker left that accepted an event and died. */
  private Job accepted() {
    return accepted("echo");
  }

  private Job accepted(String input) {
    var job = steps.queuedEvent(new Ids(clock).next(), 3);
    store.create(job, Json.of(input), null);
    return job;
  }

  private Job stored(Job job) {
    return store.find(job.id()).orElseThrow();
  }

  private void awaitDelivered(Job job) {
    await().atMost(Fixture.LONG).until(() -> !stored(job).isUnfinished());
  }

  @Test
  void successIsToldWithItsOutput() throws Exception {
    try (var engine = engine()) {
      var job = engine.untilEnd(submit(engine, "echo"));
      told.await("SUCCEEDED 1 echo \"echoed\"");
      awaitDelivered(job);
      assertThat(stored(job).expiresAt()).isEqualTo(clock.instant().plus(Duration.ofDays(30)));
    }
  }

  @Test
  void failureIsToldOnceAfterTwoRetriesWithTheLastReport() throws Exception {
    try (var engine = engine(settings -> settings.backoff(Duration.ZERO)).with("x", BROKEN)) {
      var job = engine.untilEnd(submit(engine, "x"));
      assertThat(job.failures()).isEqualTo(3);
      told.await("FAILED 3 x " + BROKEN_REPORT);
    }
  }

  @Test
  void endThatNobodyWaitsForOwesNothing() throws Exception {
    told.without(JobState.FAILED);
    try (var engine = engine(settings -> settings.attempts(1)).with("x", BROKEN)) {
      var job = engine.untilEnd(submit(engine, "x"));
      assertThat(job.isUnfinished()).isFalse();
      assertThat(store.value(job.id(), ValueKind.REPORT)).isEmpty();
      assertThat(told.records()).isEmpty();
    }
  }

  @Test
  void jobThatIsNoEventIsToldToNobody() throws Exception {
    try (var engine = engine()) {
      var job = engine.untilEnd(engine.submit("echo"));
      assertThat(job.event()).isNull();
      assertThat(job.isUnfinished()).isFalse();
      assertThat(told.records()).isEmpty();
    }
  }

  @Test
  void cancelledEventIsToldToNobody() throws Exception {
    try (var engine = engine().with("x", Fixture.ENDLESS)) {
      var job = submit(engine, "x");
      var _ = engine.executions.cancel(job.id());
      assertThat(engine.untilEnd(job).isUnfinished()).isFalse();
      assertThat(told.records()).isEmpty();
    }
  }

  @Test
  void eventThatIsTooOldBeforeItsFirstAttemptNeverRuns() throws Exception {
    var job = accepted();
    clock.advance(Duration.ofHours(6).plusMillis(1));
    try (var engine = engine()) {
      var ended = engine.untilEnd(job);
      assertThat(ended.attempt()).isZero();
      assertThat(ended.error().type()).isEqualTo("event-age-exceeded");
      assertThat(ended.error().message()).contains("21600 s").contains("async.max-age");
      told.await("FAILED 0 echo null");
      engine.recorded.await("failed event-age-exceeded job 0");
    }
  }

  @Test
  void eventThatIsJustYoungEnoughRuns() throws Exception {
    var job = accepted();
    clock.advance(Duration.ofHours(6));
    try (var engine = engine()) {
      assertThat(engine.untilEnd(job).state()).isEqualTo(JobState.SUCCEEDED);
    }
  }

  @Test
  void eventThatWouldBeTooOldForItsRetryEndsWithItsAttempt() throws Exception {
    try (var engine =
        engine(settings -> settings.maxAge(Duration.ofMinutes(1)).backoff(Duration.ofHours(1)))) {
      engine.with("x", BROKEN);
      var ended = engine.untilEnd(submit(engine, "x"));
      assertThat(ended.error().type()).isEqualTo("event-age-exceeded");
      assertThat(ended.error().message()).endsWith("IllegalStateException: no");
      told.await("FAILED 1 x " + BROKEN_REPORT);
    }
  }

  @Test
  void runningAttemptIsNotCutByTheAge() throws Exception {
    try (var engine = engine()) {
      engine.with(
          "x",
          _ -> {
            clock.advance(Duration.ofDays(2));
            return Json.of("1");
          });
      assertThat(engine.untilEnd(submit(engine, "x")).state()).isEqualTo(JobState.SUCCEEDED);
    }
  }

  @Test
  void attemptThatWasHandedBackGoesOnHoweverOldItIs() throws Exception {
    var runs = new CountDownLatch(1);
    var first = engine();
    first.with(
        "x",
        context -> {
          runs.countDown();
          return Fixture.ENDLESS.run(context);
        });
    var job = submit(first, "x");
    runs.await();
    first.executions.drain(Duration.ZERO);
    assertThat(stored(job).state()).isEqualTo(JobState.QUEUED);
    clock.advance(Duration.ofDays(2));
    try (var second = engine().with("x", _ -> Json.of("1"))) {
      assertThat(second.untilEnd(stored(job)).state()).isEqualTo(JobState.SUCCEEDED);
      told.await("SUCCEEDED 2 x 1");
    }
  }

  @Test
  void attemptWhoseWorkerDiedGoesOnHoweverOldItIs() throws Exception {
    var job = accepted();
    assertThat(store.replace(job, steps.taken(job), null)).isPresent();
    clock.advance(Duration.ofDays(2));
    try (var engine = engine()) {
      assertThat(engine.untilEnd(stored(job)).state()).isEqualTo(JobState.SUCCEEDED);
    }
  }

  @Test
  void workersThatWereLostTooOftenAreToldAsAFailure() throws Exception {
    var job = steps.taken(accepted());
    for (int lost = 0; lost < 4; lost++) {
      job = steps.takenOver(job);
    }
    assertThat(store.replace(stored(job), job, null)).isPresent();
    try (var _ = engine()) {
      await().atMost(Fixture.LONG).until(() -> !told.records().isEmpty());
      assertThat(told.records().getFirst()).startsWith("FAILED 5 echo worker-lost: 5 workers");
    }
  }

  @Test
  void recordWhoseWorkerDiedBeforeItsDeliveryIsDeliveredByTheNext() throws Exception {
    var running = steps.taken(accepted());
    assertThat(store.replace(stored(running), running, null)).isPresent();
    var value = new Value(ValueKind.RESULT, Json.of("\"done\""));
    assertThat(store.replace(running, steps.succeeded(running, null), value)).isPresent();
    try (var engine = engine()) {
      told.await("SUCCEEDED 1 echo \"done\"");
      awaitDelivered(running);
      assertThat(engine.recorded.events()).isEmpty();
    }
  }

  @Test
  void recordOfADeadWorkerWaitsForNoSlot() throws Exception {
    var older = accepted("slow");
    var running = steps.taken(accepted());
    assertThat(store.replace(stored(running), running, null)).isPresent();
    assertThat(store.replace(running, steps.succeeded(running, null), null)).isPresent();
    try (var engine = engine(settings -> settings.concurrency(1)).with("slow", Fixture.ENDLESS)) {
      told.await("SUCCEEDED 1 echo null");
      assertThat(engine.until(older, JobState.RUNNING).attempt()).isEqualTo(1);
    }
  }

  @Test
  void recordIsNotLostWhileItsDestinationIsAway() throws Exception {
    told.away(true);
    try (var engine = engine(settings -> settings.retention(Duration.ofMillis(1)))) {
      var job = engine.untilEnd(submit(engine, "echo"));
      told.awaitRefusals();
      clock.advance(Duration.ofDays(1));
      assertThat(stored(job).expiresAt()).isNull();
      assertThat(store.deleteExpired(SampleJobs.LATER, 10)).isZero();
      told.away(false);
      // the clock has made the next pause five minutes long, which no test waits for
    }
    try (var _ = engine()) {
      told.await("SUCCEEDED 1 echo \"echoed\"");
    }
  }

  @Test
  void destinationThatComesBackIsToldWithoutARestart() throws Exception {
    told.away(true);
    try (var engine = engine()) {
      var job = engine.untilEnd(submit(engine, "echo"));
      told.awaitRefusals();
      told.away(false);
      awaitDelivered(job);
      told.await("SUCCEEDED 1 echo \"echoed\"");
    }
  }

  @Test
  void deliveryHoldsNoSlot() throws Exception {
    told.away(true);
    try (var engine = engine(settings -> settings.concurrency(1))) {
      var _ = engine.untilEnd(submit(engine, "echo"));
      told.awaitRefusals();
      assertThat(engine.untilEnd(engine.submit("echo")).state()).isEqualTo(JobState.SUCCEEDED);
    }
  }

  @Test
  void ticketIsKeptUntilTheRecordWasDelivered() throws Exception {
    var shared = new MemoryJobStore(false);
    var queue = new MemoryJobQueue(Clock.systemUTC());
    told.away(true);
    try (var engine = new Fixture(shared, queue, told, Clock.systemUTC(), settings -> settings)) {
      var job = engine.untilEnd(submit(engine, "echo"));
      told.awaitRefusals();
      assertThat(tickets(queue)).isEqualTo(1);
      told.away(false);
      await().atMost(Fixture.LONG).until(() -> tickets(queue) == 0);
      assertThat(shared.find(job.id()).orElseThrow().isUnfinished()).isFalse();
      told.await("SUCCEEDED 1 echo \"echoed\"");
    }
  }

  @Test
  void ticketOfADeadWorkersEndMakesAnotherWorkerDeliver() throws Exception {
    var shared = new MemoryJobStore(false);
    var queue = new MemoryJobQueue(Clock.systemUTC());
    var running = steps.taken(steps.queuedEvent(new Ids(clock).next(), 3));
    shared.create(running, Json.of("echo"), null);
    var value = new Value(ValueKind.RESULT, Json.of("1"));
    assertThat(shared.replace(running, steps.succeeded(running, null), value)).isPresent();
    queue.send(running.id(), Duration.ZERO);
    queue.send(running.id(), Duration.ZERO);
    try (var _ = new Fixture(shared, queue, told, clock, settings -> settings)) {
      told.await("SUCCEEDED 1 echo 1");
      await().atMost(Fixture.LONG).until(() -> tickets(queue) == 0);
    }
  }

  private static long tickets(JobQueue queue) {
    var depth = queue.depth();
    return depth.visible() + depth.inFlight() + depth.delayed();
  }

  @Test
  void retryOfAFailedEventIsAsIfItCameNowAndTellsItsSuccess() throws Exception {
    var broken = new AtomicBoolean(true);
    try (var engine = engine()) {
      engine.with(
          "x",
          _ -> {
            if (broken.get()) {
              throw new PermanentFailure("gone");
            }
            return Json.of("1");
          });
      var failed = engine.untilEnd(submit(engine, "x"));
      awaitDelivered(failed);
      broken.set(false);
      clock.advance(Duration.ofDays(2));
      var _ = engine.executions.retry(failed.id());
      told.await("FAILED 1 x execution-failed: gone", "SUCCEEDED 2 x 1");
    }
  }

  @Test
  void endThatComesWhileAnEarlierOneIsToldIsToldToo() throws Exception {
    told.hold();
    try (var engine = engine(settings -> settings.attempts(1)).with("x", BROKEN)) {
      var failed = engine.untilEnd(submit(engine, "x"));
      told.awaitTelling();
      var _ = engine.untilEnd(engine.executions.retry(failed.id()).orElseThrow());
      told.letGo();
      told.await("FAILED 1 x " + BROKEN_REPORT, "FAILED 2 x " + BROKEN_REPORT);
      awaitDelivered(failed);
    }
  }

  @Test
  void retryBeforeTheRecordWasDeliveredLeavesOnlyTheNextEndToTell() throws Exception {
    told.away(true);
    try (var engine = engine(settings -> settings.attempts(1)).with("x", BROKEN)) {
      var failed = engine.untilEnd(submit(engine, "x"));
      told.awaitRefusals();
      var again = engine.executions.retry(failed.id()).orElseThrow();
      var _ = engine.untilEnd(again);
      told.away(false);
      told.await("FAILED 2 x " + BROKEN_REPORT);
    }
  }
}
