package io.longhaul.cli.runtimes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What a program says about itself: a version manager's shim has the name of what may not be. */
final class Answer {

  private static final int WITHIN_SECONDS = 10;

  private Answer() {}

  /** What a command line prints; empty if it does not start or takes too long. */
  static Optional<String> of(List<String> line) {
    try {
      var process = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      try {
        process.getOutputStream().close();
        if (!process.waitFor(WITHIN_SECONDS, TimeUnit.SECONDS)) {
          return Optional.empty();
        }
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return Optional.of(said.strip());
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException _) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
