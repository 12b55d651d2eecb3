package io.longhaul.lambda.extensions;

import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.handler.Json;
import io.longhaul.lambda.runtimeapi.ExtensionReply;
import io.longhaul.lambda.runtimeapi.Report;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** An instance asks about its extensions with its own lock held, and is told with that wanted. */
class ReportedErrorTest {

  private final About about = new About("tested", "app", 128);
  private final JsonMapper mapper = JsonMapper.shared();
  private final Extensions extensions =
      new Extensions(about, mapper, new Telemetry(about, mapper, Clock.systemUTC()), () -> {});

  private final ReentrantLock instance = new ReentrantLock();
  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch told = new CountDownLatch(1);
  private volatile String reason = "";

  @ParameterizedTest
  @ValueSource(strings = {"init", "exit"})
  void errorIsToldWhileTheInstanceAsksWhetherAllAreDone(String phase) throws Exception {
    var identifier = registered();
    extensions.onBroken(this::fail);
    var asks = Thread.ofVirtual().start(this::askOnceTold);
    held.await();
    var tells =
        Thread.ofVirtual()
            .start(() -> extensions.failed(identifier, phase, new Report("", Json.of("{}"))));

    assertThat(asks.join(Duration.ofSeconds(20))).as("the instance got its answer").isTrue();
    assertThat(tells.join(Duration.ofSeconds(20))).as("the error was taken").isTrue();
    assertThat(reason).contains("watcher", phase);
  }

  private void fail(String why) {
    told.countDown();
    instance.lock();
    try {
      reason = why;
    } finally {
      instance.unlock();
    }
  }

  private String registered() {
    ExtensionReply reply = extensions.register("watcher", Json.of("{\"events\": [\"INVOKE\"]}"));
    return Objects.requireNonNull(reply.headers().get("Lambda-Extension-Identifier"));
  }

  private void askOnceTold() {
    instance.lock();
    try {
      held.countDown();
      told.await();
      var _ = extensions.idle();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      instance.unlock();
    }
  }
}
