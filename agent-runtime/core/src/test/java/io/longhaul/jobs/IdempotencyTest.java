package io.longhaul.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.longhaul.handler.Json;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class IdempotencyTest {

  private final Fixture fixture = new Fixture();
  private final AtomicInteger ran = new AtomicInteger();

  @AfterEach
  void close() {
    fixture.close();
  }

  private void counts() {
    fixture.with("counts", _ -> Json.of("" + ran.incrementAndGet()));
  }

  @Test
  void executeWhenTheKeyIsRepeatedReplaysTheAnswer() throws Exception {
    counts();
    var first = fixture.executions.execute(fixture.request("counts", "k", null));
    var second = fixture.executions.execute(fixture.request("counts", "k", null));
    assertThat(second).isEqualTo(first);
    assertThat(ran).hasValue(1);
  }

  @Test
  void executeWhenTheKeyIsRepeatedReplaysTheFailure() throws Exception {
    fixture.with(
        "boom",
        _ -> {
          throw new IllegalStateException("no " + ran.incrementAndGet());
        });
    var first = fixture.executions.execute(fixture.request("boom", "k", null));
    var second = fixture.executions.execute(fixture.request("boom", "k", null));
    assertThat(first).isInstanceOf(Answer.Failed.class);
    assertThat(second).isEqualTo(first);
  }

  @Test
  void executeWhenTheFirstStillRunsJoinsIt() throws Exception {
    var go = new CountDownLatch(1);
    var runs = new CountDownLatch(1);
    fixture.with(
        "slow",
        _ -> {
          runs.countDown();
          go.await();
          return Json.of("" + ran.incrementAndGet());
        });
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first =
          threads.submit(() -> fixture.executions.execute(fixture.request("slow", "k", null)));
      runs.await();
      var second =
          threads.submit(() -> fixture.executions.execute(fixture.request("slow", "k", null)));
      var third = fixture.executions.execute(fixture.request("slow", "k", Duration.ofMillis(20)));
      assertThat(third).isInstanceOf(Answer.StillRunning.class);
      go.countDown();
      assertThat(second.get()).isEqualTo(first.get());
      assertThat(ran).hasValue(1);
    }
  }

  @Test
  void executeWhenTheKeyHasAnotherBodyIsRefused() throws Exception {
    counts();
    var _ = fixture.executions.execute(fixture.request("counts", "k", null));
    assertThatThrownBy(() -> fixture.executions.execute(fixture.request("echo", "k", null)))
        .isInstanceOf(Refused.KeyReused.class)
        .hasMessageContaining("'k'");
  }

  @Test
  void executeWhenCallerOrPathDiffersIsAnotherExecution() throws Exception {
    counts();
    var request = fixture.request("counts", "k", null);
    var _ = fixture.executions.execute(request);
    var _ = fixture.executions.execute(elsewhere(request, new Caller("other"), "/execute"));
    var _ = fixture.executions.execute(elsewhere(request, Caller.ANONYMOUS, "/invocations"));
    assertThat(ran).hasValue(3);
  }

  @Test
  void submitWhenTheKeyIsRepeatedIsTheSameJob() throws Exception {
    counts();
    var first = fixture.executions.submit(fixture.request("counts", "k", null));
    var second = fixture.executions.submit(fixture.request("counts", "k", null));
    assertThat(second.id()).isEqualTo(first.id());
    var answer = fixture.executions.execute(fixture.request("counts", "k", null));
    assertThat(answer).isEqualTo(new Answer.Succeeded(first.id(), Json.of("1")));
  }

  private static ExecutionRequest elsewhere(ExecutionRequest request, Caller caller, String path) {
    return new ExecutionRequest(request.input(), request.call(), caller, path, "k", null);
  }
}
