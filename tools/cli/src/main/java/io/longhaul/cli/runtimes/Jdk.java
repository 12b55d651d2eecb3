package io.longhaul.cli.runtimes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Java of this machine.
 *
 * @param home the folder that JAVA_HOME would name
 * @param version 8, 11, …
 */
record Jdk(Path home, int version) {

  /** Java 8 calls itself 1.8. */
  private static final Pattern RELEASE =
      Pattern.compile("(?m)^JAVA_VERSION=\"(?:1\\.)?(\\d{1,4})[\".+_-]");

  /** The one that these commands and services run on. */
  static Jdk own() {
    return new Jdk(Path.of(System.getProperty("java.home")), Runtime.version().feature());
  }

  /** The one in a folder, if there is one. Its file says the version without a start. */
  static Optional<Jdk> in(Path home) {
    try {
      var said = Files.readString(home.resolve("release"), StandardCharsets.ISO_8859_1);
      var release = RELEASE.matcher(said);
      return release.find() && Files.isExecutable(home.resolve("bin/java"))
          ? Optional.of(new Jdk(home, Integer.parseInt(release.group(1))))
          : Optional.empty();
    } catch (IOException _) {
      return Optional.empty(); // places where JDKs may stand hold other things too
    }
  }

  Path program() {
    return home.resolve("bin/java");
  }
}
