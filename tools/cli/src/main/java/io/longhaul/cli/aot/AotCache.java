package io.longhaul.cli.aot;

import io.longhaul.cli.agent.Checkout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The cache of the runtime's loaded and linked classes, and what else a start would do again each
 * time. It is made over the runtime's class path alone: a JVM accepts a longer one behind it, so
 * all agents share one cache, and no agent's code runs to make it.
 *
 * @param runtime the class path that it covers
 * @param key names JDK, flags, and every jar with its size and time
 */
public record AotCache(Checkout checkout, List<Path> runtime, String key) {

  /**
   * Flags of every service's JVM that runs here, which a cache is made and used with. SQLite's
   * driver and Tomcat call native code, and the JDK warns unless told that this is wanted. A
   * collector of one thread and a second compiler that begins eight times later leave two cores to
   * what the start waits for: the compilers, not the loading of classes, are what is slow then.
   */
  public static final List<String> FLAGS =
      List.of(
          "--enable-native-access=ALL-UNNAMED",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:+UseSerialGC",
          "-XX:Tier4InvocationThreshold=40000",
          "-XX:Tier4MinInvocationThreshold=4800",
          "-XX:Tier4CompileThreshold=120000",
          "-XX:Tier4BackEdgeThreshold=320000");

  /**
   * Further flags to make one with. Profiles in a cache would let the second compiler begin with
   * the first call, beside the start instead of after it.
   */
  static final List<String> MAKING =
      List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining");

  private static final String FLAG = "-XX:AOTCache=";
  private static final String LIBRARY_FLAG = "-Dorg.sqlite.lib.path=";

  /** The cache for a class path as it is now on disk. */
  public static AotCache of(Checkout checkout, List<Path> runtime) {
    return new AotCache(checkout, runtime, key(runtime));
  }

  /** The file that flags name; empty if they name none. */
  public static Optional<Path> fileIn(List<String> flags) {
    return flags.stream()
        .filter(flag -> flag.startsWith(FLAG))
        .map(flag -> Path.of(flag.substring(FLAG.length())))
        .findFirst();
  }

  /** The other file that a cache's flags lead to, beside the one of {@link #fileIn}. */
  public static Optional<Path> libraryIn(List<String> flags) {
    return flags.stream()
        .filter(flag -> flag.startsWith(LIBRARY_FLAG))
        .map(flag -> Path.of(flag.substring(LIBRARY_FLAG.length())))
        .map(folder -> folder.resolve(System.mapLibraryName("sqlitejdbc")))
        .findFirst();
  }

  /**
   * The flags that use the cache. If it is wanted and not there, a process aside starts making it
   * for the next start.
   */
  public List<String> use(boolean wanted) {
    if (!wanted) {
      return List.of();
    }
    if (!usable()) {
      Training.detached();
      return List.of();
    }
    return List.of(
        FLAG + file(), "-Xlog:aot=off", "-Xlog:cds=off", LIBRARY_FLAG + library().getParent());
  }

  Path folder() {
    return checkout.data().resolve(".aot");
  }

  Path file() {
    return folder().resolve(key + ".aot");
  }

  /**
   * SQLite's native code, unpacked. It bears the driver's own name for it: under that name the
   * driver unpacks it again where it is missing, under another it would look for no other.
   */
  Path library() {
    return folder().resolve(key).resolve(System.mapLibraryName("sqlitejdbc"));
  }

  /** The sizes of the finished files, written after them. */
  Path sizeFile() {
    return folder().resolve(key + ".size");
  }

  /** What {@link #sizeFile} says of files as they are. */
  static String sizes(Path cache, Path library) throws IOException {
    return Files.size(cache) + " " + Files.size(library);
  }

  /** Whether it is there, whole. */
  boolean usable() {
    try {
      return Files.readString(sizeFile()).strip().equals(sizes(file(), library()));
    } catch (IOException _) {
      return false;
    }
  }

  private static String key(List<Path> runtime) {
    var text =
        new StringBuilder(Runtime.version().toString()).append(System.getProperty("java.home"));
    FLAGS.forEach(text::append);
    MAKING.forEach(text::append);
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
