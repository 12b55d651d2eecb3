package io.longhaul.cli.agent;

import io.longhaul.cli.shell.Exit;
import io.longhaul.cli.shell.Refusal;
import io.longhaul.manifest.InvalidManifest;
import io.longhaul.manifest.Manifest;
import io.longhaul.manifest.ManifestReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder with an {@code agent.yaml}.
 *
 * @param folder real path
 * @param shared whether it stands under {@code agents/} of the checkout
 */
public record AgentFolder(Path folder, boolean shared) {

  /**
   * Finds what a person called AGENT.
   *
   * @param base where relative paths start
   * @throws Refusal if there is no such agent
   */
  public static AgentFolder find(Checkout checkout, Path base, String agent) {
    var named = checkout.agents().resolve(agent);
    var folder = isName(agent) && hasManifest(named) ? named : base.resolve(agent);
    if (folder.endsWith(ManifestReader.FILE) && Files.isRegularFile(folder)) {
      folder = folder.resolveSibling("");
    }
    if (!hasManifest(folder)) {
      throw unknown(checkout, agent, folder);
    }
    var real = real(folder);
    return new AgentFolder(real, checkout.agents().equals(real.getParent()));
  }

  /** The manifest's file. */
  public Path manifestFile() {
    return folder.resolve(ManifestReader.FILE);
  }

  /**
   * Reads the manifest.
   *
   * @throws Refusal with every problem, a line each
   */
  public Manifest manifest(String environment) {
    try {
      return new ManifestReader().read(manifestFile(), environment);
    } catch (InvalidManifest e) {
      throw new Refusal(Exit.USAGE, String.valueOf(e.getMessage()));
    }
  }

  /** As Maven and the launcher name the module: {@code agents/link-auditor}. */
  public String module() {
    return "agents/" + folder.getFileName();
  }

  /**
   * Where it keeps its data unless told otherwise: in the checkout, or beside a manifest that
   * stands elsewhere; never in the working directory, so that every command finds it from anywhere.
   */
  public Path data(Checkout checkout, Manifest manifest) {
    var base = shared ? checkout.data() : folder.resolve(".longhaul");
    return base.resolve(manifest.name());
  }

  private static boolean isName(String agent) {
    return agent.matches("[A-Za-z0-9][A-Za-z0-9_-]*");
  }

  private static boolean hasManifest(Path folder) {
    return Files.isRegularFile(folder.resolve(ManifestReader.FILE));
  }

  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      return folder.toAbsolutePath().normalize();
    }
  }

  private static Refusal unknown(Checkout checkout, String agent, Path folder) {
    if (Files.isDirectory(folder)) {
      return new Refusal(
          Exit.NOT_FOUND,
          "%s has no %s; write one (docs/reference/manifest.md) or start with: longhaul new NAME"
              .formatted(folder, ManifestReader.FILE));
    }
    var names = checkout.names();
    return new Refusal(
        Exit.NOT_FOUND,
        "No agent %s: neither a name under %s (%s) nor a folder with an %s."
            .formatted(
                agent,
                checkout.agents(),
                names.isEmpty() ? "which has none" : String.join(", ", names),
                ManifestReader.FILE));
  }
}
