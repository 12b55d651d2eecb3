package io.longhaul.cli.runtimes;

import io.longhaul.cli.agent.Checkout;
import io.longhaul.cli.shell.Exit;
import io.longhaul.cli.shell.Refusal;
import io.longhaul.cli.shell.Shell;
import io.longhaul.manifest.Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sees to what a Node function runs on.
 *
 * @param major the version that its manifest names
 */
record NodeInstall(Shell shell, Checkout checkout, Manifest manifest, int major) {

  /**
   * Installs what is missing.
   *
   * @throws Refusal if it cannot be installed
   */
  RuntimeClient ready() {
    var client = NodeClient.of(major, manifest.concurrency());
    var home = NodeHome.of(checkout, major, client);
    try {
      return home.complete() ? home.found(true) : installed(client);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RuntimeClient installed(NodeClient client) throws IOException {
    requireLinux();
    var npm = Npm.of(shell);
    requireBuildTools(client);
    var node = interpreter(npm);
    var home = NodeHome.of(checkout, node.major(), client);
    npm.ready(home.client(), headers(node));
    npm.ready(home.sdk(), null);
    new Once(shell, "Node", home.folder(), home::complete)
        .unlessComplete(() -> home.link(node.program()));
    return home.found(node.major() == major);
  }

  private void requireLinux() {
    if (!System.getProperty("os.name").equals("Linux")) {
      throw new Refusal(
          Exit.BUILD_FAILED,
          "%s asks for %s, and AWS's runtime client for Node exists for Linux only. Run it there, or in a container."
              .formatted(manifest.name(), Node.version(major)));
    }
  }

  /** It would take a while until the compilation found out. */
  private void requireBuildTools(NodeClient client) {
    var tools = new BuildTools(shell, checkout);
    var missing = tools.missing(major, manifest.concurrency());
    if (!missing.isEmpty()) {
      throw new Refusal(
          Exit.BUILD_FAILED,
          "%s asks for %s, whose runtime client %s is compiled here, and %s missing. Install what is needed: %s"
              .formatted(
                  manifest.name(),
                  Node.version(major),
                  client.version(),
                  missing.stream().map(BuildTools.Tool::program).collect(Collectors.joining(", "))
                      + (missing.size() == 1 ? " is" : " are"),
                  tools.install(missing)));
    }
  }

  private Node interpreter(Npm npm) {
    var nearest = new Nodes(shell).nearest(major);
    if (nearest.isPresent() && nearest.get().major() == major) {
      return nearest.get();
    }
    var packed = NodePackage.of(major);
    if (packed.isPresent()) {
      var project = NpmProject.interpreter(checkout, packed.get());
      npm.ready(project, null);
      return new Node(packed.get().home(project.modules()).resolve("bin/node"), major);
    }
    var node =
        nearest.orElseThrow(() ->
            new Refusal(
                Exit.BUILD_FAILED,
                "%s asks for %s, npm carries none for this machine, and no node on the PATH is %s or later. Install one: https://nodejs.org/en/download"
                    .formatted(manifest.name(), Node.version(major), Nodes.OLDEST)));
    shell.say(
        "Warning: %s asks for %s; this machine runs it on %s, the nearest that it has."
            .formatted(manifest.name(), Node.version(major), node.version()));
    return node;
  }

  /** Where they came with it; else node-gyp fetches them from nodejs.org. */
  private static @Nullable Path headers(Node node) throws IOException {
    var home = node.program().toRealPath().resolve("../..").normalize();
    return Files.isRegularFile(home.resolve("include/node/node_api.h")) ? home : null;
  }
}
