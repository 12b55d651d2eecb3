package io.longhaul.cli.agent;

import io.longhaul.manifest.ManifestReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The clone of Longhaul that this command belongs to.
 *
 * @param root absolute
 */
public record Checkout(Path root) {

  /** The folder of all agents. */
  public Path agents() {
    return root.resolve("agents");
  }

  /** What agents keep on this machine, a folder each. */
  public Path data() {
    return root.resolve(".longhaul");
  }

  /** The launcher's snapshots of built jars. */
  public Path builds() {
    return data().resolve(".build");
  }

  /** The agents under {@code agents/}, sorted by name. */
  public List<String> names() {
    if (!Files.isDirectory(agents())) {
      return List.of();
    }
    try (var folders = Files.list(agents())) {
      return folders
          .filter(folder -> Files.isRegularFile(folder.resolve(ManifestReader.FILE)))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the launcher writes a module's class path; renewed with each build. */
  public Path classPathFile(String module) {
    return builds().resolve(module.replace('/', '.')).resolve("class-path");
  }

  /**
   * What the launcher wrote when it built a module: the class path of a run.
   *
   * @param module its folder, such as {@code agent-runtime/app}
   * @return empty if the launcher has not built it
   */
  public List<Path> classPath(String module) {
    var file = classPathFile(module);
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    try {
      var entries = Files.readString(file).strip().split(java.io.File.pathSeparator);
      return List.of(entries).stream().filter(e -> !e.isEmpty()).map(Path::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
