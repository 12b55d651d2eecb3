package io.longhaul.app;

import static io.longhaul.app.HeldService.INVOKE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Payloads over Lambda's limits: 6 MB for a call, 1 MB for an event. */
@Timeout(120)
class LargeCallsTest {

  private static final int OVER = 7_000_000;

  @TempDir private Path folder;
  private String payload = "";

  @BeforeEach
  void fill() {
    payload = "{\"large\":%d,\"padding\":\"%s\"}".formatted(OVER, "x".repeat(OVER));
  }

  @Test
  void withoutALimitTheyPassBothWays() throws Exception {
    try (var service = HeldService.start(folder, "http: {max-body: none}")) {
      assertThat(service.invoke(payload).path("padding").stringValue()).hasSize(OVER);
    }
  }

  @Test
  void limitOfCallsIsThatOfEvents() throws Exception {
    String[] event = {"X-Amz-Invocation-Type", "Event"};
    try (var service = HeldService.start(folder, "http: {max-body: 8MB}")) {
      assertThat(service.send(INVOKE, payload, event).join().statusCode()).isEqualTo(202);
      await().atMost(Duration.ofSeconds(60)).until(() -> service.jobs("succeeded") == 1);
      var over = "\"" + "x".repeat(8 << 20) + "\"";
      var refused = service.send(INVOKE, over, event).join();
      assertThat(refused.statusCode()).isEqualTo(413);
      assertThat(refused.headers().firstValue("x-amzn-ErrorType"))
          .hasValue("RequestTooLargeException");
    }
  }
}
