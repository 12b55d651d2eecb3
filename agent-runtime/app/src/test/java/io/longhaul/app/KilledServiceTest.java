package io.longhaul.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real services, killed with signal 9 while one instance has a call and another one waits. */
@Timeout(120)
class KilledServiceTest {

  private static final Path BUBBLEWRAP = Path.of("/usr/bin/bwrap");

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    assumeThat(Path.of("/usr/bin/curl")).as("skipped: curl is not installed").isExecutable();
    HangingFunction.install(folder);
  }

  @Test
  void killedServiceLeavesNothingBehind() throws Exception {
    assumeThat(BUBBLEWRAP).as("skipped: bubblewrap is not installed").isExecutable();
    leavesNothingBehind(List.of());
  }

  @Test
  void killedServiceLeavesNothingBehindWithoutBubblewrap() throws Exception {
    leavesNothingBehind(Files.isExecutable(BUBBLEWRAP) ? hidden() : List.of());
  }

  /** Bubblewrap hides itself. */
  private static List<String> hidden() {
    var command = BUBBLEWRAP.toString();
    return List.of(command, "--dev-bind", "/", "/", "--ro-bind", "/dev/null", command);
  }

  private void leavesNothingBehind(List<String> around) throws Exception {
    int port;
    try (var killed = ServiceProcess.start(around, folder, 0)) {
      var call = killed.execute("{\"hang\": true}");
      await().atMost(Duration.ofSeconds(60)).until(() -> HangingFunction.started(folder) == 3);
      var below = killed.handle().descendants().toList();
      port = killed.port();

      killed.handle().destroyForcibly();

      assertThat(call)
          .failsWithin(Duration.ofSeconds(20))
          .withThrowableOfType(ExecutionException.class);
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> {
            assertThat(below).hasSizeGreaterThanOrEqualTo(6).noneMatch(ProcessHandle::isAlive);
            assertThat(HangingFunction.started(folder)).isZero();
          });
    }
    assertFree(HangingFunction.port(folder));
    try (var next = ServiceProcess.start(around, folder, port)) {
      assertThat(next.execute("{\"a\": 1}").get().body()).contains("\"result\":{\"a\": 1}");
    }
  }

  private static void assertFree(int port) throws IOException {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true); // what is left of closed connections holds nobody up
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }
  }
}
