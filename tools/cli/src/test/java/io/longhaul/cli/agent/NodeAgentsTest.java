package io.longhaul.cli.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.longhaul.cli.shell.Programs;
import io.longhaul.cli.shell.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the tests that agents in Node bring, so that one command checks everything. */
class NodeAgentsTest {

  private static final String FILES = "*.test.mjs";

  @ParameterizedTest
  @MethodSource("tests")
  void passTheirOwnTests(Path tests) throws Exception {
    var node = new Programs(Shell.ofProcess()).first("node");
    assumeTrue(node.isPresent(), "SKIPPED: no node on the PATH; " + tests + " did not run");
    var line = new ArrayList<>(List.of(node.get().toString(), "--test", "--test-reporter=tap"));
    try (var files = Files.newDirectoryStream(tests, FILES)) {
      files.forEach(file -> line.add(file.toString()));
    }
    var process = new ProcessBuilder(line).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).containsPattern("# pass [1-9]\\d*");
  }

  private static List<Path> tests() throws IOException {
    return AgentTests.folders(FILES);
  }
}
