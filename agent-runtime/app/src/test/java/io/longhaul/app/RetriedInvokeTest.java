package io.longhaul.app;

import static io.longhaul.app.HeldService.INVOKE;
import static io.longhaul.app.HeldService.STREAM;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a retry of an SDK gets of a call that its first try has begun. */
@Timeout(120)
class RetriedInvokeTest {

  private static final String[] TRY = {"amz-sdk-invocation-id", "call"};
  private static final String[] TRY_WITH_LOG = {
    "amz-sdk-invocation-id", "call", "X-Amz-Log-Type", "Tail"
  };

  @TempDir private Path folder;

  @Test
  void retryGetsTheLogOfTheCallThatItJoined() throws Exception {
    try (var service = HeldService.start(folder)) {
      var first = service.send(INVOKE, service.held(), TRY_WITH_LOG);
      var call = service.awaitHeld();
      var retry = service.send(INVOKE, service.held(), TRY_WITH_LOG);
      var bare = service.send(INVOKE, service.held(), TRY);
      call.close();
      assertThat(log(retry.join())).isEqualTo(log(first.join()));
      assertThat(log(retry.join()).orElseThrow())
          .contains("START RequestId: " + id(first.join()), "REPORT RequestId: ");
      assertThat(id(bare.join())).isEqualTo(id(first.join()));
      assertThat(log(bare.join())).isEmpty();
    }
  }

  @Test
  void retryGetsNoLogIfTheFirstTryAskedForNone() throws Exception {
    try (var service = HeldService.start(folder)) {
      var first = service.send(INVOKE, service.held(), TRY);
      var call = service.awaitHeld();
      var retry = service.send(INVOKE, service.held(), TRY_WITH_LOG);
      call.close();
      assertThat(id(retry.join())).isEqualTo(id(first.join()));
      assertThat(log(retry.join())).isEmpty();
    }
  }

  @Test
  void retryOfAStreamedCallRunsAnew() throws Exception {
    try (var service = HeldService.start(folder, "instances: 2")) {
      var first = service.send(STREAM, service.held(), TRY);
      try (var _ = service.awaitHeld()) {
        var retry = service.send(STREAM, service.held(), TRY);
        service.awaitHeld().close();
        assertThat(retry.join().statusCode()).isEqualTo(200);
        assertThat(first).isNotDone();
      }
      assertThat(first.join().statusCode()).isEqualTo(200);
    }
  }

  @Test
  void retryIsToldTheTraceOfTheCallThatItJoined() throws Exception {
    try (var service = HeldService.start(folder)) {
      var first = service.send(INVOKE, service.held(), TRY);
      var call = service.awaitHeld();
      var retry = service.send(INVOKE, service.held(), TRY);
      call.close();
      var trace = first.join().headers().firstValue("X-Amzn-Trace-Id");
      assertThat(trace).isPresent();
      assertThat(retry.join().headers().firstValue("X-Amzn-Trace-Id")).isEqualTo(trace);
    }
  }

  private static String id(HttpResponse<?> answer) {
    return answer.headers().firstValue("x-amzn-RequestId").orElseThrow();
  }

  private static Optional<String> log(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("X-Amz-Log-Result")
        .map(log -> new String(Base64.getDecoder().decode(log), UTF_8));
  }
}
