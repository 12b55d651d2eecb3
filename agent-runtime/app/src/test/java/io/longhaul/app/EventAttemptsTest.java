package io.longhaul.app;

import static io.longhaul.app.HeldService.INVOKE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a function sees of an Event invocation that it fails at first. */
@Timeout(120)
class EventAttemptsTest {

  @TempDir private Path folder;

  @Test
  void everyAttemptHasTheIdThatItsCallerWasTold() throws Exception {
    try (var service = HeldService.start(folder, "jobs: {attempts: 3, backoff: 1ms}")) {
      var taken =
          service.send(INVOKE, "{\"do\":\"fail\"}", "X-Amz-Invocation-Type", "Event").join();
      var id = taken.headers().firstValue("x-amzn-RequestId").orElseThrow();
      await().atMost(Duration.ofSeconds(60)).until(() -> service.jobs("failed") == 1);
      assertThat(service.invoke("{}").path("before"))
          .hasToString("[\"%s\",\"%s\",\"%s\"]".formatted(id, id, id));
    }
  }
}
