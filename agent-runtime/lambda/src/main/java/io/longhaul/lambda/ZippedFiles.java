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
import java.util.Objects;
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
  private final Path into;

  private ZippedFiles(Path zip, Path into) {
    this.zip = zip;
    this.into = into;
  }

  static void unpack(Path zip, Path into) throws IOException {
    new ZippedFiles(zip, into.toRealPath()).unpack();
  }

  /** All names are looked at before anything is written; links are made last. */
  private void unpack() throws IOException {
    try (var file = ZipFile.builder().setPath(zip).get()) {
      var entries = Collections.list(file.getEntries());
      for (var entry : entries) {
        var _ = target(entry);
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
        link(link, file.getUnixSymlink(link));
      }
    }
  }

  private Path target(ZipArchiveEntry entry) {
    var name = entry.getName();
    if (name.startsWith("/")) {
      throw new UnusableFunction(
          "%s holds the absolute name %s. Make the zip anew, with names below its root"
              .formatted(zip, name));
    }
    return within(into.resolve(name), name);
  }

  private Path within(Path path, String name) {
    var normal = path.normalize();
    if (!normal.startsWith(into)) {
      throw new UnusableFunction(
          "%s cannot be unpacked: %s leads outside of it. Make the zip anew".formatted(zip, name));
    }
    return normal;
  }

  private void write(ZipFile file, ZipArchiveEntry entry) throws IOException {
    var target = target(entry);
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    prepare(target, entry.getName());
    try (var content = file.getInputStream(entry)) {
      Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.setPosixFilePermissions(target, permissions(entry.getUnixMode()));
  }

  /** A folder that an earlier layer linked elsewhere is not written through. */
  private void prepare(Path target, String name) throws IOException {
    var parent = Objects.requireNonNull(target.getParent());
    Files.createDirectories(parent);
    var _ = within(parent.toRealPath(), name);
  }

  private void link(ZipArchiveEntry entry, String to) throws IOException {
    var target = target(entry);
    if (to.startsWith("/")) {
      throw new UnusableFunction(
          "%s holds the link %s to the absolute name %s. Make the zip anew, with relative links"
              .formatted(zip, entry.getName(), to));
    }
    prepare(target, entry.getName());
    var _ = within(Objects.requireNonNull(target.getParent()).resolve(to), entry.getName());
    Files.deleteIfExists(target);
    Files.createSymbolicLink(target, Path.of(to));
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
