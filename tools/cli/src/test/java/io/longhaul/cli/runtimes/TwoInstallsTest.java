package io.longhaul.cli.runtimes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.cli.TestCheckout;
import io.longhaul.cli.TestShell;
import io.longhaul.cli.TreeCopy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Commands that meet in the middle of an installation, as processes. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class TwoInstallsTest {

  @TempDir private Path folder;
  private TestCheckout checkout;
  private FakePython python;

  @BeforeEach
  void checkOut() throws Exception {
    checkout = FakePython.checkout(folder);
    python = FakePython.in(folder, "3.13");
    python.closeGate();
  }

  @Test
  void theSecondWaitsForTheFirst() throws Exception {
    var first = start("first");
    var gate = python.atTheGate();
    var second = start("second");
    TreeCopy.readTo(line -> line.startsWith("Another longhaul"), second.errorReader(UTF_8));
    gate.close();
    assertThat(first.waitFor()).isZero();
    assertThat(second.waitFor()).isZero();
    assertThat(python.calls()).hasSize(1);
  }

  @Test
  void whatAKilledOneLeftRunningIsEnded() throws Exception {
    var killed = start("killed");
    try (var _ = python.atTheGate()) {
      var pip = killed.descendants().filter(process -> runs(process, "-m pip")).toList();
      assertThat(pip).hasSize(1);
      killed.destroyForcibly().waitFor();
      assertThat(pip.getFirst().isAlive()).isTrue();
      python.removeGate();

      var shell = new TestShell(checkout.root(), python.bin().toString());
      assertThat(shell.type("exec", "snake", "--sample")).as(shell::err).isZero();
      assertThat(runs(pip.getFirst(), "-m pip")).isFalse();
    }
    assertThat(python.calls()).hasSize(2);
  }

  private static boolean runs(ProcessHandle process, String words) {
    return process.info().commandLine().orElse("").contains(words);
  }

  private Process start(String data) throws IOException {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-Dlonghaul.root=" + checkout.root(),
            "-cp",
            System.getProperty("java.class.path"),
            "io.longhaul.cli.Main",
            "exec",
            "snake",
            "--sample",
            "--data",
            folder.resolve(data).toString());
    builder.environment().put("PATH", python.bin().toString());
    builder.environment().put("LONGHAUL_AOT", "off");
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    return builder.start();
  }
}
