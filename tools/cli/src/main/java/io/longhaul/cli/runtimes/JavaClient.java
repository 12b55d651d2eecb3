package io.longhaul.cli.runtimes;

import io.longhaul.cli.agent.Checkout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * AWS's client for Java: its jars in lib, and its native code, unpacked.
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

  RuntimeClient found() {
    return new RuntimeClient(folder, List.of(marker(), jar(), library()), true);
  }
}
