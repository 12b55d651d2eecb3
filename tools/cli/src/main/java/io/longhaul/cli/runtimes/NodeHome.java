package io.longhaul.cli.runtimes;

import io.longhaul.cli.agent.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What a Node function of one version runs on, put together by links: several versions share a
 * client, which takes minutes to compile.
 *
 * @param client as npm compiled it
 * @param sdk as npm fetched it
 */
record NodeHome(Path folder, NpmProject client, NpmProject sdk) {

  /** For a version of the interpreter. */
  static NodeHome of(Checkout checkout, int node, NodeClient version) {
    var client = NpmProject.client(checkout, version);
    var sdk = NpmProject.sdk(checkout);
    var name = Node.version(node) + "-" + Pins.hash(client.folder() + " " + sdk.folder());
    return new NodeHome(checkout.data().resolve("runtimes").resolve(name), client, sdk);
  }

  Path program() {
    return folder.resolve("bin/node");
  }

  /** Written last. It holds the interpreter, which an update of the machine may change. */
  Path marker() {
    return folder.resolve("complete");
  }

  boolean complete() {
    try {
      return client.complete()
          && sdk.complete()
          && Files.readString(marker()).equals(interpreter());
    } catch (IOException _) {
      return false;
    }
  }

  /** Makes the links, in place of those that are there. */
  void link(Path interpreter) throws IOException {
    new Leftovers(folder).remove();
    Files.createDirectories(program().getParent());
    Files.createSymbolicLink(program(), interpreter);
    Files.createSymbolicLink(folder.resolve("client"), client.folder());
    Files.createSymbolicLink(folder.resolve("sdk"), sdk.folder());
    var marker = Files.writeString(folder.resolve("complete.new"), interpreter());
    Files.move(marker, marker(), StandardCopyOption.ATOMIC_MOVE);
  }

  RuntimeClient found(boolean exact) throws IOException {
    var interpreter = program().toRealPath();
    return new RuntimeClient(
        folder, List.of(marker(), client.marker(), sdk.marker(), interpreter), exact);
  }

  private String interpreter() throws IOException {
    var real = program().toRealPath();
    return real + " of " + Files.getLastModifiedTime(real);
  }
}
