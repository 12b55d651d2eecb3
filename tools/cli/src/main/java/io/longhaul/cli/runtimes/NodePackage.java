package io.longhaul.cli.runtimes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Node.js as npm carries it: the very version that a runtime names, without touching the machine.
 */
record NodePackage(String name, String version) {

  /** Each the last of its line when it was pinned. */
  private static final Map<Integer, String> VERSIONS =
      Map.of(18, "18.20.8", 20, "20.20.2", 22, "22.23.3", 24, "24.21.0");

  /** The package for this machine; empty if there is none. */
  static Optional<NodePackage> of(int major) {
    var version = VERSIONS.get(major);
    var machine =
        switch (System.getProperty("os.arch")) {
          case "amd64" -> "x64";
          case "aarch64" -> "arm64";
          default -> null;
        };
    return version == null || machine == null || musl()
        ? Optional.empty()
        : Optional.of(new NodePackage("node-linux-" + machine, version));
  }

  /** Where it stands in a folder that npm filled. */
  Path home(Path modules) {
    return modules.resolve(name);
  }

  private static boolean musl() {
    return Files.exists(Path.of("/lib/ld-musl-x86_64.so.1"))
        || Files.exists(Path.of("/lib/ld-musl-aarch64.so.1"));
  }
}
