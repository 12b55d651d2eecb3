package io.longhaul.cli.runtimes;

import java.nio.file.Path;

/**
 * A Python 3 of this machine that starts.
 *
 * @param minor 13 for Python 3.13
 */
public record Python(Path program, int minor) {

  /** In Lambda's words: {@code python3.13}. */
  public String version() {
    return version(minor);
  }

  /** The same of a minor version. */
  public static String version(int minor) {
    return "python3." + minor;
  }
}
