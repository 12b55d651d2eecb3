package io.longhaul.lambda.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.longhaul.handler.FunctionError;
import io.longhaul.handler.Json;
import io.longhaul.lambda.calls.CallOptions;
import io.longhaul.logs.Logs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Real extensions beside a real function. */
@Timeout(120)
class ExtensionsTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  private final Logger logger = (Logger) LoggerFactory.getLogger(Logs.FUNCTION);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final AtomicInteger ids = new AtomicInteger();
  @TempDir private Path folder;
  private Bootstrap bootstrap;

  @BeforeEach
  void write() throws Exception {
    bootstrap = Bootstrap.in(folder);
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void leave() {
    logger.detachAppender(log);
  }

  @Test
  void extensionLearnsOfCallsAndOfTheEnd() throws Exception {
    bootstrap.extend("watcher");
    try (var instances = bootstrap.start("app", 1)) {
      assertThat(call(instances, "{\"do\": \"print\"}")).isEqualTo("1");
      assertThat(call(instances, "2")).isEqualTo("2");
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> log("telemetry.log").contains("\"requestId\":\"call-2\",\"status\""));
    }
    assertThat(log("events.log"))
        .contains(
            "{\"functionName\":\"tested\",\"functionVersion\":\"$LATEST\",\"handler\":\"app\"}")
        .contains("\"OK\"")
        .containsPattern("403 .*TCP is not offered")
        .containsPattern("202 .*Logs.NotSupported")
        .containsSubsequence("\"eventType\":\"INVOKE\"", "call-1", "\"INVOKE\"", "call-2")
        .contains("\"eventType\":\"SHUTDOWN\",\"shutdownReason\":\"SPINDOWN\"");
    assertThat(log("telemetry.log"))
        .containsSubsequence("platform.initStart", "platform.telemetrySubscription")
        .contains("platform.initReport")
        .contains("\"type\":\"function\",\"record\":\"said by call-1\\n\"")
        .contains("\"type\":\"platform.start\",\"record\":{\"requestId\":\"call-1\"")
        .contains("\"type\":\"platform.runtimeDone\"", "\"type\":\"platform.report\"");
  }

  @Test
  void instanceThatLosesAnExtensionIsReplaced() throws Exception {
    bootstrap.extend("crash");
    try (var instances = bootstrap.start("app", 1)) {
      assertThat(call(instances, "1")).isEqualTo("1");
      assertThatThrownBy(() -> call(instances, "{\"do\": \"wait\"}"))
          .isInstanceOfSatisfying(
              FunctionError.class,
              error -> assertThat(error.errorType()).isEqualTo("Extension.Crash"));
      assertThat(call(instances, "3")).isEqualTo("3");
    }
  }

  @Test
  void extensionsLearnWhyTheEndComes() throws Exception {
    bootstrap.extend("watcher");
    try (var instances = bootstrap.start("app", 1);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var late = threads.submit(() -> call(instances, "{\"do\": \"wait\"}"));
      await().atMost(LONG).until(() -> instances.flights() == 1);
      late.cancel(true);
      await().atMost(LONG).until(() -> printed("\"shutdownReason\":\"TIMEOUT\""));
      assertThatThrownBy(() -> call(instances, "{\"do\": \"exit\"}"))
          .hasMessageContaining("exit status 3");
      await().atMost(LONG).until(() -> printed("\"shutdownReason\":\"FAILURE\""));
      assertThat(call(instances, "1")).isEqualTo("1");
      assertThat(printed("SPINDOWN")).isFalse();
    }
    await().atMost(LONG).until(() -> printed("\"shutdownReason\":\"SPINDOWN\""));
  }

  @Test
  void extensionThatReportsAnInitErrorIsTheReasonThatCallersGet() throws Exception {
    bootstrap.extend("unfit");
    try (var instances = bootstrap.start("app", 1)) {
      await()
          .atMost(LONG)
          .untilAsserted(() ->
              assertThatThrownBy(() -> call(instances, "1"))
                  .hasMessageContaining(
                      "the extension unfit reports an init error: Extension.NoLicense"));
      assertThat(printed("accepted: 202")).isTrue();
    }
  }

  @Test
  void extensionThatReportsAnExitErrorCostsItsInstanceAndTheCall() throws Exception {
    bootstrap.extend("give-up");
    try (var instances = bootstrap.start("app", 1)) {
      assertThat(call(instances, "1")).isEqualTo("1");
      assertThatThrownBy(() -> call(instances, "{\"do\": \"wait\"}"))
          .hasMessageContaining("the extension give-up reports an exit error: Extension.NoLicense");
      assertThat(call(instances, "3")).isEqualTo("3");
    }
  }

  @Test
  void extensionInsideTheFunctionLearnsOfEveryCall() throws Exception {
    try (var instances = bootstrap.start("internal", 1)) {
      await().atMost(LONG).until(() -> log("events.log").contains("functionName"));
      assertThat(call(instances, "1")).isEqualTo("1");
      assertThat(call(instances, "2")).isEqualTo("2"); // given once the first was learned of
      await().atMost(LONG).until(() -> log("events.log").contains("call-2"));
      assertThat(log("events.log")).containsSubsequence("INVOKE", "call-1", "INVOKE", "call-2");
    }
  }

  @Test
  void extensionThatEndsAtOnceIsTheReasonThatCallersGet() throws Exception {
    bootstrap.extend("leave");
    try (var instances = bootstrap.start("app", 1)) {
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() ->
              assertThatThrownBy(() -> call(instances, "1"))
                  .hasMessageContaining("the extension leave ended with 1"));
    }
  }

  @Test
  void instanceWhoseExtensionHangsIsReplaced() throws Exception {
    bootstrap.extend("hang");
    var clock = new MovableClock();
    try (var instances = bootstrap.start("app", 1, 1, clock, () -> "small")) {
      assertThat(call(instances, "1")).isEqualTo("1");
      clock.advance(Duration.ofSeconds(59));
      instances.recycling().idle();
      clock.advance(Duration.ofSeconds(2));
      instances.recycling().idle();
      assertThat(call(instances, "2")).isEqualTo("2");
    }
  }

  private boolean printed(String text) {
    return List.copyOf(log.list).stream()
        .anyMatch(event -> event.getFormattedMessage().contains(text));
  }

  private String log(String name) throws Exception {
    var file = folder.resolve("tmp/instance-1").resolve(name);
    return Files.exists(file) ? Files.readString(file) : "";
  }

  private String call(Instances instances, String event) throws Exception {
    var id = "call-" + ids.incrementAndGet();
    return instances
        .call(id, Instant.now().plusSeconds(60), Json.of(event), CallOptions.NONE)
        .toString();
  }
}
