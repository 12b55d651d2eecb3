package io.longhaul.cli.launcher;

import io.longhaul.cli.TestCheckout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A copy of the launcher over a Maven wrapper that only notes its call and writes what the real
 * build would: jars, and beside them class paths. Its java prints what it was called with, unless a
 * test wants {@linkplain #withRealJava the real one}.
 */
record Clone(Path root, Map<String, String> environment) {

  private static final String MAVEN =
      """
      #!/bin/sh
      echo "$@" >> maven.calls
      [ ! -e broken ] || { echo '[ERROR] Foo.java:[3,1] not a statement'; exit 1; }
      sleep 0.3 # long enough for a second launcher to arrive
      for module in $(echo "$4" | tr , ' '); do
        mkdir -p "$module/target"
        touch "$module/target/own-1.jar"
        cp test.class-path "$module/target/own-1.class-path"
      done
      """;

  private static final String JAVA =
      """
      #!/bin/sh
      echo "$0 $*"
      for word; do
        case $word in -Dlonghaul.plan=*) cat plan > "${word#*=}" 2>/dev/null ;; esac
      done
      """;

  static Clone in(Path folder) throws IOException {
    var root = TestCheckout.in(Files.createDirectories(folder)).root();
    try (var snapshots = Files.walk(root.resolve(".longhaul"))) {
      for (var file : snapshots.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    executable(root.resolve("longhaul"), Files.readString(Path.of("../../longhaul")));
    executable(root.resolve("mvnw"), MAVEN);
    Files.writeString(root.resolve("test.class-path"), System.getProperty("java.class.path"));
    var checkout = new TestCheckout(root);
    for (var file :
        List.of(
            "pom.xml",
            "agents/pom.xml",
            "agents/echo/pom.xml",
            "tools/pom.xml",
            "tools/cli/pom.xml",
            "tools/cli/src/main/A.java")) {
      checkout.write(file, "");
    }
    var environment = new TreeMap<String, String>();
    environment.put("PATH", "/usr/bin:/bin");
    environment.put("HOME", Files.createDirectories(folder.resolveSibling("home")).toString());
    environment.put("LONGHAUL_AOT", "off");
    environment.put(
        "LONGHAUL_JDKS",
        jdk(folder.resolveSibling("jdks/jdk-25"), "25.0.3").getParent().toString());
    return new Clone(root, environment);
  }

  /** A folder that looks like a JDK of that version. */
  static Path jdk(Path folder, String version) throws IOException {
    Files.createDirectories(folder.resolve("bin"));
    executable(folder.resolve("bin/java"), JAVA);
    executable(folder.resolve("bin/javac"), JAVA);
    Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return folder;
  }

  Clone withRealJava() {
    return with("JAVA_HOME", System.getProperty("java.home"));
  }

  Clone with(String name, String value) {
    var changed = new TreeMap<>(environment);
    changed.put(name, value);
    return new Clone(root, changed);
  }

  /** Starts the launcher, by any of its names. */
  Process start(Path folder, String launcher, String... words) throws IOException {
    var line = new ArrayList<String>(List.of(launcher));
    line.addAll(List.of(words));
    var builder = new ProcessBuilder(line).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** Runs it to its end. */
  Ended type(String... words) throws Exception {
    return Ended.of(start(root, "./longhaul", words));
  }

  long builds() throws IOException {
    var calls = root.resolve("maven.calls");
    return Files.exists(calls) ? Files.readAllLines(calls).size() : 0;
  }

  /** How a command ended. */
  record Ended(int code, String out, String err) {

    static Ended of(Process process) throws Exception {
      process.getOutputStream().close();
      var out = new String(process.getInputStream().readAllBytes());
      var err = new String(process.getErrorStream().readAllBytes());
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      return new Ended(process.waitFor(), out, err);
    }
  }

  private static void executable(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
