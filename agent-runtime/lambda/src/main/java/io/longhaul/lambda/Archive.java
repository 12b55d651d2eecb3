package io.longhaul.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** Code and layers as they were deployed: folders, zips and jars. */
final class Archive {

  private Archive() {}

  /**
   * Puts the content of a folder, zip or jar into a folder, over what is there; files that were
   * executable stay so, and links of a zip stay links.
   *
   * @throws UnusableFunction if it is none of these, or names something outside of itself
   */
  static void unpack(Path from, Path into) {
    try {
      if (Files.isDirectory(from)) {
        copy(from, into);
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

  private static void copy(Path from, Path into) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : (Iterable<Path>) files::iterator) {
        var target = into.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else if (Files.isRegularFile(file)) {
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
          Files.setPosixFilePermissions(target, readable(file));
        }
      }
    }
  }

  private static Set<PosixFilePermission> readable(Path file) throws IOException {
    var permissions = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    permissions.addAll(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
    return permissions;
  }
}
