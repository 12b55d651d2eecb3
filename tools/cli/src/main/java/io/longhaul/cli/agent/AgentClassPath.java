package io.longhaul.cli.agent;

import io.longhaul.cli.shell.Exit;
import io.longhaul.cli.shell.Refusal;
import io.longhaul.manifest.Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The jars and folders of a native agent, to stand behind the runtime's own. A Lambda handler has
 * none: its code runs in other processes.
 */
public final class AgentClassPath {

  private final Checkout checkout;

  /** Takes the checkout whose launcher built the agents. */
  public AgentClassPath(Checkout checkout) {
    this.checkout = checkout;
  }

  /**
   * The agent's entries, without those that the runtime brings: a jar of the same file name is the
   * same library, and the runtime's version of it decides.
   *
   * @throws Refusal if the code is not there
   */
  public List<Path> entries(AgentFolder agent, Manifest manifest, List<Path> runtime) {
    var known = runtime.stream().map(Path::getFileName).collect(Collectors.toSet());
    return all(agent, manifest).stream()
        .filter(entry -> Files.isDirectory(entry) || known.add(entry.getFileName()))
        .toList();
  }

  private List<Path> all(AgentFolder agent, Manifest manifest) {
    if (manifest.code() != null) {
      var code = existing(agent, agent.folder().resolve(manifest.code()).normalize());
      return manifest.nativeAgent() ? code(code) : List.of();
    }
    var built = agent.shared() ? checkout.classPath(agent.module()) : List.<Path>of();
    if (built.isEmpty()) {
      throw noCode(agent);
    }
    return built;
  }

  private static Path existing(AgentFolder agent, Path code) {
    if (!Files.exists(code)) {
      throw new Refusal(
          Exit.NOT_FOUND,
          "%s: code: there is no %s; build it, or correct the key."
              .formatted(agent.manifestFile(), code));
    }
    return code;
  }

  private static List<Path> code(Path code) {
    var entries = new ArrayList<Path>();
    entries.add(code);
    entries.addAll(jars(Files.isDirectory(code) ? code : code.resolveSibling("")));
    entries.addAll(jars(code.resolveSibling("lib")));
    return entries.stream().distinct().toList();
  }

  private static List<Path> jars(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Refusal noCode(AgentFolder agent) {
    var why =
        Files.isRegularFile(agent.folder().resolve("pom.xml"))
            ? "is built by its own pom.xml, which longhaul does not run"
            : "has neither code: nor a pom.xml";
    return new Refusal(
        Exit.USAGE,
        "%s %s. Build it, and name the result in the manifest: 'code: target/NAME.jar' or 'code: target/classes', with the libraries it needs as jars beside it or in a folder lib beside it."
            .formatted(agent.folder(), why));
  }
}
