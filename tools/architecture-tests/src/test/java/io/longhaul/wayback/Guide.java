package io.longhaul.wayback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs the commands of docs/guides/back-to-lambda.md as a reader would. */
final class Guide {

  private static final String OUTPUT = "function=target/function";

  private Guide() {}

  /** Makes the folder, and the zip of the same name. */
  static void build(Path root, Path function) throws IOException, InterruptedException {
    var text = Files.readString(root.resolve("docs/guides/back-to-lambda.md"));
    var commands = text.split("```", -1)[1];
    assertThat(commands).contains(OUTPUT);
    var shell =
        new ProcessBuilder("bash", "-euc", commands.replace(OUTPUT, "function=" + function))
            .directory(root.toFile())
            .redirectErrorStream(true);
    shell
        .environment()
        .merge("PATH", System.getProperty("java.home") + "/bin", (path, java) -> java + ":" + path);
    var process = shell.start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
