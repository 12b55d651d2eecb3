package io.longhaul.jobs.embedded;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native code, which its driver unpacks into a temporary folder at every start unless the
 * properties {@code org.sqlite.lib.path} and {@code org.sqlite.lib.name} lead it to a file.
 */
public final class SqliteLibrary {

  private SqliteLibrary() {}

  /**
   * Unpacks the library of this machine.
   *
   * @param file where to; must not exist
   */
  public static void unpack(Path file) throws IOException {
    var resource =
        LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
    try (var packed = LibraryLoaderUtil.class.getResourceAsStream(resource)) {
      if (packed == null) {
        throw new FileNotFoundException("The SQLite driver has no library for this machine");
      }
      Files.copy(packed, file);
    }
  }
}
