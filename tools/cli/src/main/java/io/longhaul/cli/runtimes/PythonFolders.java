package io.longhaul.cli.runtimes;

import io.longhaul.cli.shell.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where pyenv and uv keep the interpreters that they have installed. Those are seldom on the PATH
 * themselves: pyenv's shims are, and refuse each version that is not selected.
 */
record PythonFolders(Shell shell) {

  private record Version(Path folder, int minor, int patch) {}

  private static final Pattern PYENV = Pattern.compile("3\\.(\\d{1,4})\\.(\\d{1,4})");

  /** Its links without a patch lead to one with it. */
  private static final Pattern UV = Pattern.compile("cpython-3\\.(\\d{1,4})\\.(\\d{1,4})-.*");

  private static final Comparator<Version> NEWEST_FIRST =
      Comparator.comparingInt(Version::minor).thenComparingInt(Version::patch).reversed();

  /** Folders of programs, those of the newest version first. */
  Stream<Path> all() {
    return Stream.concat(
            pyenv().map(root -> root.resolve("versions")).stream()
                .flatMap(folder -> versions(folder, PYENV)),
            uv().stream().flatMap(folder -> versions(folder, UV)))
        .sorted(NEWEST_FIRST)
        .map(version -> version.folder().resolve("bin"));
  }

  private Optional<Path> pyenv() {
    return variable("PYENV_ROOT").or(() -> home().map(home -> home.resolve(".pyenv")));
  }

  private Optional<Path> uv() {
    return variable("UV_PYTHON_INSTALL_DIR")
        .or(() ->
            variable("XDG_DATA_HOME")
                .or(() -> home().map(home -> home.resolve(".local/share")))
                .map(data -> data.resolve("uv/python")));
  }

  private Optional<Path> home() {
    return variable("HOME");
  }

  private Optional<Path> variable(String name) {
    return Optional.ofNullable(shell.variable(name)).map(path -> shell.folder().resolve(path));
  }

  private static Stream<Version> versions(Path folder, Pattern name) {
    try (var folders = Files.list(folder)) {
      return folders.flatMap(entry -> version(entry, name).stream()).toList().stream();
    } catch (IOException _) {
      return Stream.empty(); // most machines have neither
    }
  }

  private static Optional<Version> version(Path folder, Pattern pattern) {
    var name = pattern.matcher(String.valueOf(folder.getFileName()));
    return name.matches()
        ? Optional.of(
            new Version(folder, Integer.parseInt(name.group(1)), Integer.parseInt(name.group(2))))
        : Optional.empty();
  }
}
