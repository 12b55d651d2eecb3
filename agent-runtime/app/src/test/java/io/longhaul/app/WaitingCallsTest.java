package io.longhaul.app;

import static io.longhaul.app.HeldService.INVOKE;
import static io.longhaul.app.HeldService.STREAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who gets the instances of a Lambda handler. */
@Timeout(120)
class WaitingCallsTest {

  @TempDir private Path folder;

  @Test
  void jobsLeaveAnInstanceToHttp() throws Exception {
    try (var service = HeldService.start(folder, "instances: 2")) {
      for (int event = 0; event < 3; event++) {
        var taken = service.send(INVOKE, service.held(), "X-Amz-Invocation-Type", "Event").join();
        assertThat(taken.statusCode()).isEqualTo(202);
      }
      try (var _ = service.awaitHeld()) {
        assertThat(service.send("/execute", "{}").join().statusCode()).isEqualTo(200);
        assertThat(service.send(INVOKE, "{}").join().statusCode()).isEqualTo(200);
        assertThat(service.jobs("running")).isEqualTo(1);
        assertThat(service.jobs("queued")).isEqualTo(2);
      }
      service.awaitHeld().close();
      service.awaitHeld().close();
      await().atMost(Duration.ofSeconds(60)).until(() -> service.jobs("succeeded") == 3);
    }
  }

  @Test
  void callsForWhichNoPlaceIsLeftAreToldToComeBackOnEveryPath() throws Exception {
    try (var service = HeldService.start(folder, "instances: 1", "http: {waiting: 0}")) {
      var first = service.send(INVOKE, service.held());
      try (var _ = service.awaitHeld()) {
        for (var path : List.of("/execute", "/invocations", INVOKE, STREAM)) {
          var refused = service.send(path, "{}").join();
          assertThat(refused.statusCode()).as(path).isEqualTo(429);
          assertThat(refused.headers().firstValue("Retry-After")).as(path).hasValue("1");
        }
      }
      assertThat(first.join().statusCode()).isEqualTo(200);
      assertThat(service.send("/execute", "{}").join().statusCode()).isEqualTo(200);
    }
  }

  @Test
  void callThatWouldWaitForAJobsInstanceIsRefusedWhereNoneMayWait() throws Exception {
    try (var service = HeldService.start(folder, "instances: 2", "http: {waiting: 0}")) {
      var event = service.send(INVOKE, service.held(), "X-Amz-Invocation-Type", "Event").join();
      assertThat(event.statusCode()).isEqualTo(202);
      var job = service.awaitHeld();
      var first = service.send(INVOKE, service.held());
      try (var _ = service.awaitHeld()) {
        assertThat(service.send(INVOKE, "{}").join().statusCode()).isEqualTo(429);
        job.close();
        await().atMost(Duration.ofSeconds(60)).until(() -> service.jobs("succeeded") == 1);
        assertThat(service.send(INVOKE, "{}").join().statusCode()).isEqualTo(200);
      }
      assertThat(first.join().statusCode()).isEqualTo(200);
    }
  }
}
