package io.longhaul.cli.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.longhaul.cli.shell.Programs;
import io.longhaul.cli.shell.Shell;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the tests that agents in Python bring, so that one command checks everything. */
class PythonAgentsTest {

  @ParameterizedTest
  @MethodSource("tests")
  void passTheirOwnTests(Path tests) throws Exception {
    var python = new Programs(Shell.ofProcess()).first("python3");
    assumeTrue(python.isPresent(), "SKIPPED: no python3 on the PATH; " + tests + " did not run");
    var line =
        List.of(
            python.get().toString(), "-B", "-m", "unittest", "discover", "-s", tests.toString());
    var process = new ProcessBuilder(line).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).containsPattern("Ran [1-9]\\d* test");
  }

  private static List<Path> tests() throws IOException {
    return AgentTests.folders("test_*.py");
  }
}
