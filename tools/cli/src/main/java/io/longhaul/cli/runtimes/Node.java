package io.longhaul.cli.runtimes;

import java.nio.file.Path;

/** A Node.js of this machine that starts. */
public record Node(Path program, int major) {

  /** In Lambda's words: {@code nodejs22.x}. */
  public String version() {
    return version(major);
  }

  /** The same of a major version. */
  public static String version(int major) {
    return "nodejs" + major + ".x";
  }
}
