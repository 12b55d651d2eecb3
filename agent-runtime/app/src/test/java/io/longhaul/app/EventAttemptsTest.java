package io.longhaul.app;

import static io.longhaul.app.HeldService.INVOKE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a function sees of an Event invocation that it fails at first. */
@Timeout(120)
class EventAttemptsTest {

  private static final String[] EVENT = {
    "X-Amz-Invocation-Type", "Event",
    "X-Amzn-Trace-Id", "Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1"
  };

  @TempDir private Path folder;

  @Test
  void everyAttemptHasTheIdThatItsCallerWasToldAndATraceOfItsOwn() throws Exception {
    try (var service = HeldService.start(folder, "jobs: {attempts: 3, backoff: 1ms}")) {
      var taken = service.send(INVOKE, "{\"do\":\"fail\"}", EVENT).join();
      var id = taken.headers().firstValue("x-amzn-RequestId").orElseThrow();
      await().atMost(Duration.ofSeconds(60)).until(() -> service.jobs("failed") == 1);
      var told = service.invoke("{}");
      assertThat(told.path("before")).hasToString("[\"%s\",\"%s\",\"%s\"]".formatted(id, id, id));
      assertThat(told.path("traces").valueStream().map(JsonNode::stringValue))
          .hasSize(3)
          .doesNotHaveDuplicates()
          .allMatch(trace -> trace.endsWith(";Sampled=0"));
    }
  }
}
