package io.longhaul.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/**
 * A function in shell that answers its event, unless that says so: then it starts one program in
 * the background, another one whose parent ends, and waits for a third.
 */
final class HangingFunction {

  private static final String MANIFEST =
      """
      manifest: 1
      name: hanging
      version: 1.0.0
      description: Hangs when it is told to
      runtime: provided.al2023
      handler: function
      code: src
      instances: 2
      """;

  private static final String BOOTSTRAP =
      """
      #!/bin/sh
      invocation="http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation"
      while :; do
        id=$(curl -sS -D - -o "$TMPDIR/event" "$invocation/next" |
          sed -n 's/^[Ll]ambda-[Rr]untime-[Aa]ws-[Rr]equest-[Ii]d: *\\([^[:space:]]*\\).*$/\\1/p')
        if grep -q hang "$TMPDIR/event"; then
          echo "${AWS_LAMBDA_RUNTIME_API##*:}" >"$TMPDIR/port"
          @PROGRAM@ & (@PROGRAM@ &)
          @PROGRAM@
        fi
        curl -sS -o /dev/null --data-binary "@$TMPDIR/event" "$invocation/$id/response"
      done
      """;

  private HangingFunction() {}

  static void install(Path folder) throws IOException {
    Files.writeString(folder.resolve("agent.yaml"), MANIFEST);
    var bootstrap = Files.createDirectories(folder.resolve("src")).resolve("bootstrap");
    Files.writeString(bootstrap, BOOTSTRAP.replace("@PROGRAM@", program(folder)));
    Files.setPosixFilePermissions(bootstrap, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** How many of the programs that it starts live, whoever their parents are. */
  static long started(Path folder) {
    var program = program(folder);
    return ProcessHandle.allProcesses()
        .flatMap(process -> process.info().commandLine().stream())
        .filter(line -> line.endsWith(program))
        .count();
  }

  /** Nobody else sleeps for so long. */
  private static String program(Path folder) {
    return "sleep 86400." + Integer.toUnsignedString(folder.hashCode());
  }

  /** The one that a call that hangs told its instance to ask. */
  static int port(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
      var told = files.filter(file -> file.endsWith("port")).findFirst().orElseThrow();
      return Integer.parseInt(Files.readString(told).strip());
    }
  }
}
