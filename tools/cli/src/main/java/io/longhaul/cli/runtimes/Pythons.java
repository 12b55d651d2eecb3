package io.longhaul.cli.runtimes;

import io.longhaul.cli.shell.Programs;
import io.longhaul.cli.shell.Shell;
import io.longhaul.manifest.LambdaRuntime;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Python interpreters of this machine: on the PATH, then as pyenv and uv keep them. */
public final class Pythons {

  /** The first that the pinned client runs on. */
  static final int OLDEST = 10;

  private static final String WORD = "python3.";
  private static final Pattern ANY = Pattern.compile("python3(\\.\\d+)?");
  private static final Pattern ANSWER = Pattern.compile("3\\.(\\d+)");

  private final Programs programs;
  private final PythonFolders folders;

  /** Looks along the PATH of where the command was typed. */
  public Pythons(Shell shell) {
    this.programs = new Programs(shell);
    this.folders = new PythonFolders(shell);
  }

  /** The minor version that a runtime names; empty if it is another language's. */
  public static OptionalInt wanted(LambdaRuntime runtime) {
    var word = runtime.word();
    return word.startsWith(WORD)
        ? OptionalInt.of(Integer.parseInt(word.substring(WORD.length())))
        : OptionalInt.empty();
  }

  /** That version, else the nearest one here that the client runs on; of two, the newer. */
  public Optional<Python> nearest(int minor) {
    var exact = Pattern.compile(Pattern.quote(Python.version(minor)));
    return closest(exact, minor)
        .filter(python -> python.minor() == minor)
        .or(() -> closest(ANY, minor));
  }

  /** The command that installs one. Debian's package of this name brings the interpreter too. */
  public String install() {
    var command = programs.install("python3");
    return command.contains("apt-get") ? command + "-venv" : command;
  }

  private Optional<Python> closest(Pattern name, int minor) {
    return Stream.concat(
            programs.named(name), folders.all().flatMap(folder -> Programs.named(name, folder)))
        .flatMap(program -> asked(program).stream())
        .filter(python -> python.minor() >= OLDEST)
        .min(
            Comparator.comparingInt((Python python) -> Math.abs(python.minor() - minor))
                .thenComparing(Python::minor, Comparator.reverseOrder()));
  }

  private static Optional<Python> asked(Path program) {
    var line =
        List.of(
            program.toString(), "-I", "-c", "import sys; print('%d.%d' % sys.version_info[:2])");
    return Answer.of(line)
        .map(ANSWER::matcher)
        .filter(Matcher::matches)
        .map(version -> new Python(program, Integer.parseInt(version.group(1))));
  }
}
