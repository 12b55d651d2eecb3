package io.longhaul.cli.shell;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The programs on the PATH, and how one that is missing gets there. */
public record Programs(Shell shell) {

  /** The one that a shell would start. */
  public Optional<Path> first(String name) {
    return folders()
        .map(folder -> folder.resolve(name))
        .filter(Files::isExecutable)
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /** All whose name matches, in the PATH's order: the first of them may be a shim that fails. */
  public Stream<Path> named(Pattern name) {
    return folders().flatMap(folder -> named(name, folder));
  }

  /** The same of one folder. */
  public static Stream<Path> named(Pattern name, Path folder) {
    return files(folder)
        .filter(file -> name.matcher(file.getFileName().toString()).matches())
        .filter(Files::isExecutable);
  }

  /** The command that installs a package here. */
  public String install(String name) {
    if (first("brew").isPresent()) {
      return "brew install " + name;
    }
    if (first("dnf").isPresent()) {
      return "sudo dnf install " + name;
    }
    return "sudo apt-get install " + name;
  }

  private Stream<Path> folders() {
    var path = shell.environment().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> shell.folder().resolve(folder));
  }

  private static Stream<Path> files(Path folder) {
    try (var files = Files.list(folder)) {
      return files.sorted().toList().stream();
    } catch (IOException _) {
      return Stream.empty(); // a PATH often names folders that are not there
    }
  }
}
