package io.longhaul.cli.runtimes;

import io.longhaul.cli.shell.Programs;
import io.longhaul.cli.shell.Shell;
import io.longhaul.manifest.LambdaRuntime;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
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

  /**
   * That version, on the PATH before anywhere else; else the nearest one here that the client runs
   * on; of two, the newer.
   */
  public Optional<Python> nearest(int minor) {
    var onPath = nearest(programs::named, minor);
    if (onPath.filter(python -> python.minor() == minor).isPresent()) {
      return onPath;
    }
    var kept = nearest(this::kept, minor);
    return Stream.concat(onPath.stream(), kept.stream()).min(nearness(minor));
  }

  private Stream<Path> kept(Pattern name) {
    return folders.all().flatMap(folder -> Programs.named(name, folder));
  }

  /** The command that installs one. Debian's package of this name brings the interpreter too. */
  public String install() {
    var command = programs.install("python3");
    return command.contains("apt-get") ? command + "-venv" : command;
  }

  private static Optional<Python> nearest(Function<Pattern, Stream<Path>> place, int minor) {
    var exact = Pattern.compile(Pattern.quote(Python.version(minor)));
    return nearest(place.apply(exact), minor)
        .filter(python -> python.minor() == minor)
        .or(() -> nearest(place.apply(ANY), minor));
  }

  private static Optional<Python> nearest(Stream<Path> candidates, int minor) {
    return candidates
        .flatMap(program -> asked(program).stream())
        .filter(python -> python.minor() >= OLDEST)
        .min(nearness(minor));
  }

  private static Comparator<Python> nearness(int minor) {
    return Comparator.comparingInt((Python python) -> Math.abs(python.minor() - minor))
        .thenComparing(Python::minor, Comparator.reverseOrder());
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
