package io.longhaul.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Set;

/** Copies a folder with its permissions and links, none of which leads out of it. */
final class CopiedFiles {

  private final Path from;
  private final Unpacked into;

  private CopiedFiles(Path from, Unpacked into) {
    this.from = from;
    this.into = into;
  }

  static void copy(Path from, Path into) throws IOException {
    var real = from.toRealPath(); // the folder itself may be a link: its content counts
    new CopiedFiles(real, Unpacked.of(from, into)).copy();
  }

  /** Links are made last: nothing is written through one. */
  private void copy() throws IOException {
    var links = new ArrayList<Path>();
    try (var files = Files.walk(from)) {
      for (var file : (Iterable<Path>) files::iterator) {
        if (Files.isSymbolicLink(file)) {
          links.add(file);
        } else if (!file.equals(from)) {
          write(file);
        }
      }
    }
    for (var link : links) {
      into.link(name(link), Files.readSymbolicLink(link));
    }
  }

  private void write(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      Files.createDirectories(into.prepared(name(file)));
    } else if (Files.isRegularFile(file)) {
      var target = into.prepared(name(file));
      Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
      Files.setPosixFilePermissions(target, readable(file));
    }
  }

  private String name(Path file) {
    return from.relativize(file).toString();
  }

  private static Set<PosixFilePermission> readable(Path file) throws IOException {
    var permissions = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    permissions.addAll(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
    return permissions;
  }
}
