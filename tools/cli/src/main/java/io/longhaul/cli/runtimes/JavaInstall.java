package io.longhaul.cli.runtimes;

import io.longhaul.cli.agent.Checkout;
import io.longhaul.cli.shell.Exit;
import io.longhaul.cli.shell.Refusal;
import io.longhaul.cli.shell.Shell;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Fetches AWS's client for Java with Maven. */
record JavaInstall(Shell shell, Checkout checkout, JavaClient client) {

  private static final String COPY =
      "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies";

  /** Maven copies the dependencies of a project, so there is one that has nothing else. */
  private static final String POM =
      """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <groupId>io.longhaul</groupId>
        <artifactId>runtime-client</artifactId>
        <version>1</version>
        <packaging>pom</packaging>
        <dependencies>
          <dependency>
            <groupId>com.amazonaws</groupId>
            <artifactId>%s</artifactId>
            <version>%s</version>
          </dependency>
        </dependencies>
      </project>
      """
          .formatted(JavaClient.ARTIFACT, JavaClient.VERSION);

  /** Returns when the client is there, whoever installed it. */
  void ready() {
    new Once(shell, "Java", client.folder(), client::complete).unlessComplete(this::install);
  }

  /** The client, for functions of a runtime, on a Java of this machine. */
  RuntimeClient on(Jdk jdk, String runtime, boolean exact) {
    ready();
    try {
      return client.on(jdk, runtime, exact);
    } catch (IOException e) {
      throw new Refusal(
          Exit.BUILD_FAILED,
          "%s cannot be linked to %s: %s. Is the disk full, or the folder another user's?"
              .formatted(client.program(runtime), jdk.program(), e));
    }
  }

  private void install() throws IOException {
    shell.say("Installing the Java runtime client (once; about 10 s) in " + client.folder());
    new Leftovers(client.folder()).remove();
    Files.createDirectories(client.lib());
    var pom = Files.writeString(client.folder().resolve("pom.xml"), POM);
    var line =
        List.of(
            checkout.root().resolve("mvnw").toString(),
            "--batch-mode",
            "--quiet",
            "-f",
            pom.toString(),
            COPY,
            "-DoutputDirectory=" + client.lib());
    var builder = new ProcessBuilder(line);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    var step = Step.run(builder);
    if (step.code() != 0) {
      throw new Refusal(
          Exit.BUILD_FAILED,
          "Maven cannot fetch the Java runtime client (exit code %d):\n%s\nIt needs a Maven repository. Try until it works:\n  %s\nThen run this command again."
              .formatted(
                  step.code(), step.tail().indent(2).stripTrailing(), String.join(" ", line)));
    }
    unpackLibrary();
    Files.createFile(client.marker());
  }

  /** The client itself would unpack it to one fixed path for all processes of the machine. */
  private void unpackLibrary() throws IOException {
    try (var jar = FileSystems.newFileSystem(client.jar())) {
      Files.copy(jar.getPath("jni", library()), client.library());
    }
  }

  private static String library() {
    var arm = System.getProperty("os.arch").equals("aarch64");
    var musl = Files.exists(Path.of("/lib/ld-musl-" + (arm ? "aarch64" : "x86_64") + ".so.1"));
    return "libaws-lambda-jni.linux%s-%s.so"
        .formatted(musl ? "_musl" : "", arm ? "aarch_64" : "x86_64");
  }
}
