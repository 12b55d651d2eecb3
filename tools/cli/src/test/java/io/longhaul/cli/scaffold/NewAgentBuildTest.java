package io.longhaul.cli.scaffold;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.cli.TestShell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What `longhaul new` promises, in a copy of this tree: builds, passes its tests, runs. */
@Tag("slow")
class NewAgentBuildTest {

  private static final Path HERE = Path.of("../..").toAbsolutePath().normalize();

  @TempDir private Path folder;
  private Path copy;

  @BeforeEach
  void copyTheTree() throws Exception {
    copy = folder.resolve("a copy");
    var paths = in(HERE, "git", "ls-files", "--cached", "--others", "--exclude-standard");
    for (var path : paths.lines().toList()) {
      var file = HERE.resolve(path);
      if (Files.isRegularFile(file)) {
        var target = copy.resolve(path);
        Files.createDirectories(target.getParent());
        Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    assertThat(new TestShell(copy).type("new", "price-watch")).isZero();
  }

  @Test
  void newAgentPassesItsTests() throws Exception {
    in(copy, "./mvnw", "-B", "-q", "-pl", "agents/price-watch", "-am", "test");
    assertThat(copy.resolve("agents/price-watch/target/surefire-reports"))
        .isDirectoryContaining("glob:**PriceWatchTest.txt");
  }

  @Test
  void newAgentRunsAtOnce() throws Exception {
    assertThat(in(copy, "./longhaul", "exec", "price-watch", "--sample"))
        .contains("\"counted\" : 20");
  }

  private static String in(Path folder, String... line) throws IOException, InterruptedException {
    var builder = new ProcessBuilder(line).directory(folder.toFile());
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("LONGHAUL_AOT", "off");
    var process = builder.start();
    var out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    return out;
  }
}
