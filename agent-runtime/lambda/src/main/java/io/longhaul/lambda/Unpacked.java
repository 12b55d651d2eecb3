package io.longhaul.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A folder that is filled with what stands in another, or in a zip. Nothing of it leads out.
 *
 * @param from what is unpacked, as messages name it
 * @param into the folder, at its real path
 */
record Unpacked(Path from, Path into) {

  static Unpacked of(Path from, Path into) throws IOException {
    return new Unpacked(from, into.toRealPath());
  }

  /**
   * Where something of that name belongs.
   *
   * @throws UnusableFunction if that is no place below the folder
   */
  Path target(String name) {
    if (name.startsWith("/")) {
      throw new UnusableFunction(
          "%s holds the absolute name %s. Make it anew, with names below its root"
              .formatted(from, name));
    }
    return within(into.resolve(name), name);
  }

  /** The same, with the folders above it. One that an earlier layer linked elsewhere is refused. */
  Path prepared(String name) throws IOException {
    var target = target(name);
    var parent = parent(target);
    var _ = within(standing(parent).toRealPath(), name);
    Files.createDirectories(parent);
    return target;
  }

  private static Path standing(Path folder) {
    return Files.exists(folder, LinkOption.NOFOLLOW_LINKS) ? folder : standing(parent(folder));
  }

  /** Makes a link in place of what stands there. */
  void link(String name, Path to) throws IOException {
    if (to.isAbsolute()) {
      throw new UnusableFunction(
          "%s holds the link %s to the absolute name %s. Make it anew, with relative links"
              .formatted(from, name, to));
    }
    var target = prepared(name);
    var straight = straight(to);
    var _ = within(parent(target).toRealPath().resolve(straight), name);
    Files.deleteIfExists(target);
    Files.createSymbolicLink(target, straight);
  }

  /** Goes up only where it begins: after a name, which may be a link, up could lead outside. */
  private static Path straight(Path to) {
    var normal = to.normalize();
    return normal.toString().isEmpty() ? Path.of(".") : normal;
  }

  private Path within(Path path, String name) {
    var normal = path.normalize();
    if (!normal.startsWith(into)) {
      throw new UnusableFunction(
          "%s cannot be unpacked: %s leads outside of it. Make it anew, with a copy instead of a link"
              .formatted(from, name));
    }
    return normal;
  }

  private static Path parent(Path target) {
    return Objects.requireNonNull(target.getParent());
  }
}
