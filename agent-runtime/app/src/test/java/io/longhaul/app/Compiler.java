package io.longhaul.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** A folder of sources that stood beside this class, for the program that compiles them. */
record Compiler(Path folder) {

  /** Copies the sources there; skips the test where the program is not installed. */
  static Compiler of(String program, String sourcesIn, Path folder, String... sources)
      throws Exception {
    assumeThat(isInstalled(program))
        .as("skipped: %s is not installed; .ci/run installs it", program)
        .isTrue();
    for (var name : sources) {
      try (var bytes = Compiler.class.getResourceAsStream(sourcesIn + "/" + name)) {
        Files.copy(Objects.requireNonNull(bytes), folder.resolve(name));
      }
    }
    return new Compiler(folder);
  }

  void run(String... words) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private static boolean isInstalled(String program) throws InterruptedException {
    try {
      return new ProcessBuilder(List.of(program, "version"))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException _) {
      return false;
    }
  }
}
