package io.longhaul.cli.runtimes;

import io.longhaul.cli.agent.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * A folder that npm fills.
 *
 * @param what as people call it
 * @param takes how long, about
 * @param compiled whether its packages compile something, by scripts of theirs
 * @param folder names the pins
 * @param files what npm reads, by name; with a lock each package is the one that was tested
 */
record NpmProject(
    String what, String takes, boolean compiled, Path folder, Map<String, String> files) {

  private static final String DESCRIPTION = "package.json";
  private static final String LOCK = "package-lock.json";

  /** Copies the files. */
  NpmProject {
    files = Map.copyOf(files);
  }

  static NpmProject client(Checkout checkout, NodeClient client) {
    return new NpmProject(
        "AWS's runtime client for Node " + client.version() + ", which is compiled",
        "1 to 3 minutes",
        true,
        folder(checkout, "node-client-" + client.version()),
        described("client-" + client.major()));
  }

  /** What Lambda's Node runtimes carry beside the client. */
  static NpmProject sdk(Checkout checkout) {
    var files = described("sdk");
    return new NpmProject(
        "the AWS SDK for JavaScript",
        "about 30 s",
        false,
        folder(checkout, "node-sdk-" + Pins.hash(files.getOrDefault(LOCK, ""))),
        files);
  }

  static NpmProject interpreter(Checkout checkout, NodePackage node) {
    // one package that needs no other: its version says all that a lock would
    return new NpmProject(
        "Node.js " + node.version(),
        "about 10 s",
        false,
        folder(checkout, "node-" + node.version()),
        Map.of(
            DESCRIPTION,
            "{\"private\": true, \"dependencies\": {\"%s\": \"%s\"}}\n"
                .formatted(node.name(), node.version())));
  }

  /** Written last. */
  Path marker() {
    return folder.resolve("complete");
  }

  boolean complete() {
    return Files.isRegularFile(marker()) && Files.isDirectory(modules());
  }

  Path modules() {
    return folder.resolve("node_modules");
  }

  boolean locked() {
    return files.containsKey(LOCK);
  }

  private static Path folder(Checkout checkout, String name) {
    return checkout.data().resolve("runtimes").resolve(name);
  }

  private static Map<String, String> described(String name) {
    return Map.of(
        DESCRIPTION, read(name + "/" + DESCRIPTION),
        LOCK, read(name + "/" + LOCK));
  }

  private static String read(String file) {
    try (var text = NpmProject.class.getResourceAsStream("node/" + file)) {
      return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
