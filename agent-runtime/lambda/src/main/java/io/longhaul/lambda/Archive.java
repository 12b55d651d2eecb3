package io.longhaul.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Code and layers as they were deployed: folders, zips and jars. */
final class Archive {

  private Archive() {}

  /**
   * Puts the content of a folder, zip or jar into a folder, over what is there; files that were
   * executable stay so, and links stay links.
   *
   * @throws UnusableFunction if it is none of these, or names something outside of itself
   */
  static void unpack(Path from, Path into) {
    try {
      if (Files.isDirectory(from)) {
        CopiedFiles.copy(from, into);
      } else if (Files.isRegularFile(from)) {
        ZippedFiles.unpack(from, into);
      } else {
        throw new UnusableFunction(
            "%s is not there: build it, or correct the manifest".formatted(from));
      }
    } catch (IOException e) {
      throw new UnusableFunction(
          "%s cannot be unpacked to %s: %s. Make it anew".formatted(from, into, e.getMessage()));
    }
  }
}
