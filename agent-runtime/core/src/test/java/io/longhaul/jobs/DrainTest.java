package io.longhaul.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.longhaul.handler.Handler;
import io.longhaul.handler.Json;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class DrainTest {

  private final MemoryJobStore store = new MemoryJobStore(true);
  private final CountDownLatch runs = new CountDownLatch(1);

  private final Handler.Call stopsForDrain =
      context -> {
        context.checkpoint("half");
        runs.countDown();
        await().until(context::draining);
        throw new IllegalStateException("stopping");
      };

  private final Handler.Call goesOn =
      context -> Json.of("\"from " + context.lastCheckpoint(String.class).orElse("none") + "\"");

  @Test
  void drainWhenAHandlerThrowsHandsItsJobBack() throws Exception {
    var first = new Fixture(store, settings -> settings).with("long", stopsForDrain);
    var job = first.submit("long");
    runs.await();
    first.executions.drain(Fixture.LONG);
    var handedBack = store.find(job.id()).orElseThrow();
    assertThat(handedBack.state()).isEqualTo(JobState.QUEUED);
    assertThat(handedBack.failures()).isZero();
    assertThat(first.recorded.events()).contains("handed back job 1");
    try (var second = new Fixture(store, settings -> settings).with("long", goesOn)) {
      var done = second.untilEnd(handedBack);
      assertThat(done.attempt()).isEqualTo(2);
      assertThat(done.lostLeases()).isZero();
      assertThat(second.executions.result(job.id())).contains(Json.of("\"from half\""));
    }
  }

  @Test
  void checkpointOfAnEarlierReleaseLosesOnlyTheFieldThatIsGone() throws Exception {
    var first = new Fixture(store, settings -> settings);
    first.with(
        "long",
        context -> {
          context.checkpoint(new Earlier(7, "gone"));
          runs.countDown();
          return Fixture.ENDLESS.run(context);
        });
    var job = first.submit("long");
    runs.await();
    first.executions.drain(Duration.ZERO);
    try (var second = new Fixture(store, settings -> settings)) {
      second.with(
          "long",
          context -> Json.of("" + context.lastCheckpoint(Later.class).orElseThrow().pages()));
      var done = second.untilEnd(store.find(job.id()).orElseThrow());
      assertThat(done.state()).isEqualTo(JobState.SUCCEEDED);
      assertThat(second.executions.result(job.id())).contains(Json.of("7"));
    }
  }

  record Earlier(int pages, String mood) {}

  record Later(int pages) {}

  @Test
  void drainWhenTheWaitIsOverInterruptsAndHandsBack() throws Exception {
    var fixture = new Fixture(store, settings -> settings);
    fixture.with(
        "long",
        context -> {
          runs.countDown();
          return Fixture.ENDLESS.run(context);
        });
    var job = fixture.submit("long");
    runs.await();
    fixture.executions.drain(Duration.ofMillis(50));
    assertThat(store.find(job.id()).orElseThrow().state()).isEqualTo(JobState.QUEUED);
  }

  @Test
  void drainWhenAHandlerFinishesKeepsItsResult() throws Exception {
    var fixture = new Fixture(store, settings -> settings);
    fixture.with(
        "short",
        context -> {
          runs.countDown();
          await().until(context::draining);
          return Json.of("1");
        });
    var job = fixture.submit("short");
    runs.await();
    fixture.executions.drain(Fixture.LONG);
    assertThat(store.find(job.id()).orElseThrow().state()).isEqualTo(JobState.SUCCEEDED);
  }

  @Test
  void drainWhenAHandlerIgnoresItLeavesTheJobToItsLease() throws Exception {
    var go = new CountDownLatch(1);
    var fixture = new Fixture(store, settings -> settings.grace(Duration.ofMillis(50)));
    fixture.with(
        "deaf",
        _ -> {
          runs.countDown();
          uninterrupted(go);
          return Json.of("1");
        });
    var job = fixture.submit("deaf");
    runs.await();
    fixture.executions.drain(Duration.ZERO);
    assertThat(store.find(job.id()).orElseThrow().state()).isEqualTo(JobState.RUNNING);
    go.countDown();
  }

  @Test
  void submitWhenDrainedIsRefused() throws Exception {
    var fixture = new Fixture(store, settings -> settings);
    fixture.executions.drain(Duration.ZERO);
    assertThatThrownBy(() -> fixture.submit("echo")).isInstanceOf(Refused.NotServing.class);
  }

  private static void uninterrupted(CountDownLatch latch) {
    while (true) {
      try {
        latch.await();
        return;
      } catch (InterruptedException _) {
        // deaf
      }
    }
  }
}
