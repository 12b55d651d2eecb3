package io.longhaul.cli.runtimes;

import io.longhaul.cli.TestCheckout;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * A script in place of Python on a PATH of its own. It makes "virtual environments" and notes each
 * call of pip; files beside it say that pip or venv fails, or waits at a gate.
 */
public record FakePython(Path bin) {

  private static final String SCRIPT =
      """
      #!/bin/sh
      PATH=/usr/bin:/bin
      here=@BIN@
      case "$*" in
        *'version_info'*) echo @VERSION@ ;;
        *'-m venv '*)
          [ ! -e "$here/no-venv" ] || { echo 'ensurepip is not available'; exit 1; }
          for folder; do :; done
          mkdir -p "$folder/bin" && ln -s "$0" "$folder/bin/python"
          ;;
        *'-m pip '*)
          echo "$*" >> "$here/calls"
          [ ! -e "$here/gate" ] || cat "$here/gate"
          [ ! -e "$here/offline" ] || { seq 100; echo 'ERROR: No matching distribution'; exit 1; }
          ;;
      esac
      """;

  /** A PATH with python3 of that version. */
  public static FakePython in(Path folder, String version) throws IOException {
    return new FakePython(Files.createDirectories(folder.resolve("bin"))).add("python3", version);
  }

  /** An agent that wants Python 3.13, without Java. */
  public static TestCheckout checkout(Path folder) throws IOException {
    var checkout = TestCheckout.in(Files.createDirectories(folder.resolve("checkout")));
    checkout.write(
        "agents/snake/agent.yaml",
        """
        manifest: 1
        name: snake
        version: 1.2.3
        description: Gives its input back
        runtime: python3.13
        handler: app.lambda_handler
        code: src
        """);
    checkout.write("agents/snake/src/app.py", "");
    checkout.write("agents/snake/sample/input.json", "{\"sample\": true}");
    return checkout;
  }

  FakePython add(String name, String version) throws IOException {
    return program(name, SCRIPT.replace("@BIN@", "'" + bin + "'").replace("@VERSION@", version));
  }

  FakePython program(String name, String script) throws IOException {
    var file = Files.writeString(bin.resolve(name), script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return this;
  }

  void say(String file) throws IOException {
    Files.createFile(bin.resolve(file));
  }

  /** Lets pip wait until somebody comes to the gate and leaves it again. */
  void closeGate() throws Exception {
    new ProcessBuilder("/usr/bin/mkfifo", bin.resolve("gate").toString()).start().waitFor();
  }

  /** Returns when pip waits at the gate; closing the stream opens it. */
  FileOutputStream atTheGate() throws IOException {
    return new FileOutputStream(bin.resolve("gate").toFile());
  }

  void removeGate() throws IOException {
    Files.delete(bin.resolve("gate"));
  }

  List<String> calls() throws IOException {
    var calls = bin.resolve("calls");
    return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
  }
}
