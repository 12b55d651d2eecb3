package io.longhaul.cli.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.cli.runtimes.FakePython;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agent without Java, started as people start it. */
class PythonAgentTest {

  @TempDir private Path folder;
  private Clone clone;
  private FakePython python;

  @BeforeEach
  void copy() throws Exception {
    python = FakePython.in(folder, "3.13");
    clone =
        Clone.in(folder.resolve("a clone"))
            .withRealJava()
            .with("PATH", python.bin() + ":/usr/bin:/bin");
    var snake = FakePython.checkout(folder).root().resolve("agents/snake");
    Files.move(snake, clone.root().resolve("agents/snake"));
  }

  @Test
  void nothingOfItIsBuilt() throws Exception {
    run();
    assertThat(clone.root().resolve("maven.calls"))
        .content()
        .contains("-pl tools/cli,agent-runtime/app -am package")
        .doesNotContain("snake");
  }

  @Test
  void theKeptPlanHoldsWhileTheClientIsThere() throws Exception {
    assertThat(run()).hasSize(2).first().asString().contains("Installing");
    assertThat(run()).singleElement().asString().contains("--runtime " + clients());

    Files.delete(marker());
    assertThat(run()).hasSize(2).first().asString().contains("Installing");
  }

  @Test
  void aStandInIsLookedAtAnewEachTime() throws Exception {
    FakePython.in(folder, "3.11");
    run();
    assertThat(run()).hasSize(2).first().asString().contains("Warning", "python3.11");
  }

  /** What it says, hints left out, up to the line of the service's stand-in. */
  private List<String> run() throws Exception {
    var process = clone.start(clone.root(), "./longhaul", "run", "snake", "--port", "0");
    try (var out = process.inputReader(UTF_8);
        var err = process.errorReader(UTF_8)) {
      var up = out.readLine();
      process.toHandle().destroy();
      var said = err.lines().filter(line -> line.matches("(Installing|Warning).*")).toList();
      process.waitFor();
      return Stream.concat(said.stream(), Stream.of(up)).toList();
    } finally {
      process.destroyForcibly();
    }
  }

  private Path clients() {
    return clone.root().resolve(".longhaul/runtimes");
  }

  private Path marker() throws Exception {
    try (var files = Files.walk(clients())) {
      return files.filter(file -> file.endsWith("complete")).findFirst().orElseThrow();
    }
  }
}
