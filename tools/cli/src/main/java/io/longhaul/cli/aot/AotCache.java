package io.longhaul.cli.aot;

import io.longhaul.cli.agent.Checkout;
import io.longhaul.cli.shell.Shell;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The cache of the runtime's loaded and linked classes. It is made over the runtime's class path
 * alone: a JVM accepts a longer one behind it, so all agents share one cache, and no agent's code
 * runs to make it.
 *
 * @param runtime the class path that it covers
 * @param folder where it lies
 * @param key names JDK, flags, and every jar with its size and time
 */
public record AotCache(Shell shell, List<Path> runtime, Path folder, String key) {

  /**
   * Flags of every service's JVM. SQLite's driver and Tomcat call native code, and the JDK warns
   * unless told that this is wanted.
   */
  private static final List<String> FLAGS = List.of("--enable-native-access=ALL-UNNAMED");

  private static final String SWITCH = "LONGHAUL_AOT";

  /** The cache for a class path as it is now on disk. */
  public static AotCache of(Shell shell, Checkout checkout, List<Path> runtime) {
    return new AotCache(shell, runtime, checkout.data().resolve(".aot"), key(runtime) + ".aot");
  }

  /** Flags that a cache is made and used with. */
  public List<String> flags() {
    return FLAGS;
  }

  /** The cache's file. */
  public Path file() {
    return folder.resolve(key);
  }

  /** The size of the finished file, written after it. */
  Path sizeFile() {
    return folder.resolve(key + ".size");
  }

  /** Whether it is there, whole. */
  public boolean usable() {
    try {
      return Files.size(file()) == Long.parseLong(Files.readString(sizeFile()).strip());
    } catch (IOException | NumberFormatException _) {
      return false;
    }
  }

  /**
   * The flags that use the cache. If there is none, starts making it, aside, for the next start.
   *
   * @param refused whether the person wants none
   */
  public List<String> use(boolean refused) {
    if (refused || "off".equals(shell.variable(SWITCH))) {
      return List.of();
    }
    if (!usable()) {
      Training.detached(this);
      return List.of();
    }
    return List.of("-XX:AOTCache=" + file(), "-Xlog:aot=off", "-Xlog:cds=off");
  }

  private static String key(List<Path> runtime) {
    var text =
        new StringBuilder(Runtime.version().toString()).append(System.getProperty("java.home"));
    FLAGS.forEach(text::append);
    for (var entry : runtime) {
      try {
        text.append(entry)
            .append(Files.size(entry))
            .append(Files.getLastModifiedTime(entry).toMillis());
      } catch (IOException _) {
        text.append("missing");
      }
    }
    return HexFormat.of().formatHex(sha256(text.toString()), 0, 12);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
