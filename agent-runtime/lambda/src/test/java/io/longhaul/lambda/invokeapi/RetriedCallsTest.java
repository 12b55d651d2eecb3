package io.longhaul.lambda.invokeapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.longhaul.handler.Json;
import io.longhaul.jobs.Answer;
import io.longhaul.jobs.Caller;
import io.longhaul.jobs.ExecutionId;
import io.longhaul.jobs.Refused;
import io.longhaul.lambda.calls.LogTail;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RetriedCallsTest {

  private static final Json INPUT = Json.of("{\"a\":1}");

  private final AtomicLong nanos = new AtomicLong();
  private final AtomicInteger runs = new AtomicInteger();
  private final RetriedCalls calls = new RetriedCalls(nanos::get);

  @Test
  void retryOfARunningCallGetsItsAnswer() throws Exception {
    var started = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Answered> call =
          () ->
              calls.answer(
                  Caller.ANONYMOUS,
                  "id",
                  INPUT,
                  () -> {
                    started.countDown();
                    go.await();
                    return done("1");
                  });
      var first = threads.submit(call);
      started.await();
      var retry = threads.submit(call);
      go.countDown();
      assertThat(retry.get()).isSameAs(first.get());
    }
  }

  @Test
  void retryThatComesJustAfterTheEndGetsTheSameAnswer() throws Exception {
    assertThat(call("id", INPUT)).isSameAs(call("id", INPUT));
  }

  @Test
  void answerIsForgottenAfterAMinute() throws Exception {
    call("id", INPUT);
    nanos.addAndGet(Duration.ofSeconds(61).toNanos());
    call("id", INPUT);
    assertThat(runs).hasValue(2);
  }

  @Test
  void largeAnswersPushOldOnesOut() throws Exception {
    call("id", INPUT);
    var large = Json.of("\"" + "x".repeat(6 << 20) + "\"");
    for (int i = 0; i < 3; i++) {
      call("large-" + i, large);
    }
    call("id", INPUT);
    assertThat(runs).hasValue(5);
  }

  @Test
  void logsOfCallsThatEndedAreForgottenWithThem() throws Exception {
    var tail = new LogTail();
    tail.set(new byte[6 << 20]);
    for (int i = 0; i < 4; i++) {
      var answered = new Answered(done("1").answer(), "Root=1", tail);
      var _ = calls.answer(Caller.ANONYMOUS, "log-" + i, INPUT, () -> answered);
    }
    call("log-0", INPUT);
    assertThat(runs).hasValue(1);
  }

  @Test
  void refusedCallIsNotRemembered() throws Exception {
    assertThatThrownBy(() ->
            calls.answer(
                Caller.ANONYMOUS,
                "id",
                INPUT,
                () -> {
                  throw new Refused.Busy("full", Duration.ofSeconds(1));
                }))
        .isInstanceOf(Refused.Busy.class);
    assertThat(call("id", INPUT).answer()).isInstanceOf(Answer.Succeeded.class);
  }

  @Test
  void sameIdWithAnotherInputIsAnotherCall() throws Exception {
    assertThat(call("id", INPUT)).isNotSameAs(call("id", Json.of("{}")));
  }

  @Test
  void callsWithoutAnIdAreNotJoined() throws Exception {
    assertThat(call(null, INPUT)).isNotSameAs(call(null, INPUT));
  }

  private Answered call(String id, Json input) throws InterruptedException {
    return calls.answer(
        Caller.ANONYMOUS, id, input, () -> done(Integer.toString(runs.incrementAndGet())));
  }

  private static Answered done(String result) {
    var answer = new Answer.Succeeded(new ExecutionId(UUID.randomUUID()), Json.of(result));
    return new Answered(answer, "Root=1", null);
  }
}
