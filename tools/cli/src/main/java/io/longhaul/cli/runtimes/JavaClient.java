package io.longhaul.cli.runtimes;

import io.longhaul.cli.agent.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * AWS's client for Java: its jars in lib, its native code, unpacked, and in bin the Java of each
 * runtime.
 *
 * @param folder names the version: another one makes another folder
 */
record JavaClient(Path folder) {

  /** Later ones do not resolve everywhere. */
  static final String VERSION = "2.9.0";

  static final String ARTIFACT = "aws-lambda-java-runtime-interface-client";

  static JavaClient of(Checkout checkout) {
    return new JavaClient(checkout.data().resolve("runtimes").resolve("java-" + VERSION));
  }

  Path lib() {
    return folder.resolve("lib");
  }

  Path jar() {
    return lib().resolve(ARTIFACT + "-" + VERSION + ".jar");
  }

  /** The name that the service looks for. */
  Path library() {
    return folder.resolve("libaws-lambda-jni.so");
  }

  /** Written last. */
  Path marker() {
    return folder.resolve("complete");
  }

  boolean complete() {
    return Files.isRegularFile(marker())
        && Files.isRegularFile(jar())
        && Files.isRegularFile(library());
  }

  /** What the service starts functions of a runtime with: a link, since versions share the jars. */
  Path program(String runtime) {
    return folder.resolve("bin").resolve(runtime);
  }

  /**
   * Lets functions of a runtime run on a Java.
   *
   * @param exact whether that is the version that the runtime names
   */
  RuntimeClient on(Jdk jdk, String runtime, boolean exact) throws IOException {
    var link = program(runtime);
    if (!Files.isSymbolicLink(link) || !Files.readSymbolicLink(link).equals(jdk.program())) {
      Files.createDirectories(link.getParent());
      var made = link.resolveSibling(runtime + "." + ProcessHandle.current().pid());
      Files.deleteIfExists(made);
      Files.createSymbolicLink(made, jdk.program());
      Files.move(made, link, StandardCopyOption.ATOMIC_MOVE);
    }
    return new RuntimeClient(folder, List.of(marker(), jar(), library(), jdk.program()), exact);
  }
}
