package io.longhaul.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A new folder on the disk of the current one, gone when closed: /tmp may be memory. */
public record Workspace(Path path) implements AutoCloseable {

  public static Workspace create() throws IOException {
    var home = Files.createDirectories(Path.of("target", "benchmarks").toAbsolutePath());
    return new Workspace(Files.createTempDirectory(home, "run-"));
  }

  public Path resolve(String name) {
    return path.resolve(name);
  }

  @Override
  public void close() throws IOException {
    try (var files = Files.walk(path)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
