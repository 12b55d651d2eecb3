package io.longhaul.app;

import static io.longhaul.app.HeldService.INVOKE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** When a function's process is replaced, and what callers and operators learn of it. */
@Timeout(120)
class FunctionProcessTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @Test
  void callThatTimesOutSaysSoInLambdasWordsAndTheNextOneRunsAnew() throws Exception {
    try (var service = HeldService.start(folder, "jobs: {timeout: 3s}")) {
      var first = service.invoke("{}").path("process").stringValue();
      var late = service.send(INVOKE, "{\"do\":\"spin\"}").join();
      assertThat(late.statusCode()).isEqualTo(200);
      assertThat(late.headers().firstValue("X-Amz-Function-Error")).hasValue("Unhandled");
      assertThat(late.body())
          .contains("\"errorType\":\"Sandbox.Timedout\"")
          .contains(" Error: Task timed out after 3.00 seconds\"");
      assertThat(service.invoke("{}").path("process").stringValue()).isNotEqualTo(first);
    }
  }

  @Test
  void tenantsShareAProcess() throws Exception {
    try (var service = HeldService.start(folder)) {
      var first = service.send(INVOKE, "{}", "X-Amz-Tenant-Id", "one").join();
      var second = service.send(INVOKE, "{}", "X-Amz-Tenant-Id", "two").join();
      assertThat(HeldService.told(second).path("process"))
          .isEqualTo(HeldService.told(first).path("process"));
      assertThat(HeldService.told(second).path("before")).hasSize(1);
    }
  }

  @Test
  void functionThatNeverStartsShowsInTheStatusWithItsReason() throws Exception {
    try (var service = HeldService.start(folder, "env: {FAIL_AT_START: cannot find the library}")) {
      await().atMost(LONG).until(() -> service.get("/status").contains("cannot find the library"));
      assertThat(service.get("/status")).contains("\"status\":\"degraded\"", "none of 1 instances");
      assertThat(service.get("/status/ready")).contains("cannot find the library");
    }
  }

  @Test
  void refreshReplacesAnInstanceAfterTheCallThatItHas() throws Exception {
    Files.writeString(folder.resolve(".env"), "MODEL=small\n");
    try (var service = HeldService.start(folder, "config:", "  MODEL: {}")) {
      var running = service.send(INVOKE, service.held());
      try (var _ = service.awaitHeld()) {
        Files.writeString(folder.resolve(".env"), "MODEL=large\n");
        assertThat(service.send("/config/refresh", "").join().body()).contains("\"MODEL\"");
      }
      var held = HeldService.told(running.join());
      assertThat(held.path("model").stringValue()).isEqualTo("small");
      await()
          .atMost(LONG)
          .until(() -> service.invoke("{}").path("model").asString().equals("large"));
    }
  }
}
