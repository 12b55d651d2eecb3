package io.longhaul.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Unpacks a zip with its permissions and links, none of which leads out of the folder. */
final class ZippedFiles {

  private static final List<PosixFilePermission> BITS =
      List.of(
          PosixFilePermission.OTHERS_EXECUTE,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.GROUP_EXECUTE,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.OWNER_EXECUTE,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_READ);

  private final Path zip;
  private final Unpacked into;

  private ZippedFiles(Path zip, Unpacked into) {
    this.zip = zip;
    this.into = into;
  }

  static void unpack(Path zip, Path into) throws IOException {
    new ZippedFiles(zip, Unpacked.of(zip, into)).unpack();
  }

  /** All names are looked at before anything is written; links are made last. */
  private void unpack() throws IOException {
    try (var file = ZipFile.builder().setPath(zip).get()) {
      var entries = Collections.list(file.getEntries());
      for (var entry : entries) {
        var _ = into.target(entry.getName());
      }
      var links = new ArrayList<ZipArchiveEntry>();
      for (var entry : entries) {
        if (entry.isUnixSymlink()) {
          links.add(entry);
        } else {
          write(file, entry);
        }
      }
      for (var link : links) {
        into.link(link.getName(), Path.of(file.getUnixSymlink(link)));
      }
    }
  }

  private void write(ZipFile file, ZipArchiveEntry entry) throws IOException {
    var target = into.prepared(entry.getName());
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    try (var content = file.getInputStream(entry)) {
      Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.setPosixFilePermissions(target, permissions(entry.getUnixMode()));
  }

  /** Zips made elsewhere may hold no permissions at all. */
  private static Set<PosixFilePermission> permissions(int mode) {
    var permissions = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    for (int bit = 0; bit < BITS.size(); bit++) {
      if ((mode >> bit & 1) == 1) {
        permissions.add(BITS.get(bit));
      }
    }
    return permissions;
  }
}
