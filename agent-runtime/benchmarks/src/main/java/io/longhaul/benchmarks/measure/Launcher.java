package io.longhaul.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The command line of the tree in which a benchmark runs. */
public final class Launcher {

  private Launcher() {}

  /** The command. */
  public static Path path() throws IOException {
    return root().resolve("longhaul");
  }

  /** Where the tree begins. */
  public static Path root() throws IOException {
    for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      var launcher = folder.resolve("longhaul");
      if (Files.isExecutable(launcher) && Files.isRegularFile(launcher)) {
        return folder;
      }
    }
    throw new IOException("no longhaul launcher above the current folder");
  }
}
