package io.longhaul.cli.runtimes;

import io.longhaul.cli.shell.Programs;
import io.longhaul.cli.shell.Shell;
import io.longhaul.manifest.LambdaRuntime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The Python interpreters on the PATH. */
public final class Pythons {

  /** The first that the pinned client runs on. */
  static final int OLDEST = 10;

  private static final String WORD = "python3.";
  private static final Pattern ANY = Pattern.compile("python3(\\.\\d+)?");
  private static final Pattern ANSWER = Pattern.compile("3\\.(\\d+)");
  private static final int ANSWERS_WITHIN_SECONDS = 10;

  private final Programs programs;

  /** Looks along the PATH of where the command was typed. */
  public Pythons(Shell shell) {
    this.programs = new Programs(shell);
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
    return programs
        .named(name)
        .flatMap(program -> asked(program).stream())
        .filter(python -> python.minor() >= OLDEST)
        .min(
            Comparator.comparingInt((Python python) -> Math.abs(python.minor() - minor))
                .thenComparing(Python::minor, Comparator.reverseOrder()));
  }

  /** Asks the program itself: a version manager's shim has the name of what may not be there. */
  private static Optional<Python> asked(Path program) {
    var line =
        List.of(
            program.toString(), "-I", "-c", "import sys; print('%d.%d' % sys.version_info[:2])");
    try {
      var process = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      try {
        process.getOutputStream().close();
        if (!process.waitFor(ANSWERS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
          return Optional.empty();
        }
        var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var version = ANSWER.matcher(answer.strip());
        return version.matches()
            ? Optional.of(new Python(program, Integer.parseInt(version.group(1))))
            : Optional.empty();
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException _) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
