package io.longhaul.cli.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.cli.TreeCopy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Types what docs/getting-started.md says into a copy of this tree. */
@Tag("slow")
class GettingStartedTest {

  @TempDir private Path folder;
  private TreeCopy copy;
  private @Nullable Process service;

  @BeforeEach
  void copyTheTree() throws Exception {
    copy = TreeCopy.in(folder.resolve("a copy"), false);
  }

  @AfterEach
  void stop() {
    if (service != null) {
      service.destroyForcibly();
    }
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void everyCommandDoesWhatThePageSays() throws Exception {
    var page = Files.readString(TreeCopy.HERE.resolve("docs/getting-started.md"));
    var port = Integer.toString(freePort());
    var walk = Walk.of(page.replace(":8000", ":" + port));
    assertThat(walk.steps()).hasSizeGreaterThan(8);
    for (var step : walk.steps()) {
      if (step.typed().equals("^C")) {
        stopped(step);
      } else if (step.typed().startsWith("./longhaul run ")) {
        serves(step, step.typed() + " --port " + port);
      } else {
        ended(step);
      }
    }
  }

  private void ended(Walk.Step step) throws Exception {
    var process = copy.start(step.typed());
    process.getOutputStream().close();
    var output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(step.typed()).isZero();
    assertThat(step.isSeenIn(output)).as("%s printed %s", step, output).isTrue();
  }

  private void serves(Walk.Step step, String line) throws Exception {
    var started = copy.start("exec " + line + " 2>&1");
    service = started;
    var output = TreeCopy.readTo(step::endsWith, started.inputReader(UTF_8));
    assertThat(step.isSeenIn(output)).as("%s printed %s", step, output).isTrue();
  }

  /** By SIGTERM, because a JVM that was started in the background may ignore SIGINT. */
  private void stopped(Walk.Step step) throws Exception {
    var stopping = service;
    assertThat(stopping).isNotNull();
    stopping.toHandle().destroy(); // Process.destroy would close what is left to read
    var output = String.join("\n", stopping.inputReader(UTF_8).readAllLines());
    assertThat(step.isSeenIn(output)).as("%s printed %s", step, output).isTrue();
    service = null;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
