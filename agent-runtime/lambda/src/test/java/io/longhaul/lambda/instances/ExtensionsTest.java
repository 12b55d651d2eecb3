package io.longhaul.lambda.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.longhaul.handler.FunctionError;
import io.longhaul.handler.Json;
import io.longhaul.lambda.calls.CallOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real extensions beside a real function. */
@Timeout(120)
class ExtensionsTest {

  private final AtomicInteger ids = new AtomicInteger();
  @TempDir private Path folder;
  private Bootstrap bootstrap;

  @BeforeEach
  void write() throws Exception {
    bootstrap = Bootstrap.in(folder);
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
