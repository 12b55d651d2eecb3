package io.longhaul.cli.runtimes;

import io.longhaul.cli.shell.Exit;
import io.longhaul.cli.shell.Refusal;
import io.longhaul.cli.shell.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes a client's folder: whole, or not marked as complete. */
record PythonInstall(Shell shell, PythonClient client, Python python) {

  /** Returns when the client is there, whoever installed it. */
  void ready() {
    new Once(shell, "Python", client.folder(), client::complete).unlessComplete(this::install);
  }

  private void install() throws IOException {
    shell.say("Installing the Python runtime client (once; about 10 s) in " + client.folder());
    new Leftovers(client.folder()).remove();
    venv();
    pip();
    var marker = client.folder().resolve("complete.new");
    Files.writeString(marker, client.interpreter().toString());
    Files.move(marker, client.marker(), StandardCopyOption.ATOMIC_MOVE);
  }

  private void venv() throws IOException {
    var line = List.of(python.program().toString(), "-I", "-m", "venv", client.folder().toString());
    var step = Step.run(new ProcessBuilder(line));
    if (step.code() != 0) {
      throw failed(
          step,
          "%s cannot make a virtual environment".formatted(python.version()),
          "Debian and Ubuntu: sudo apt-get install %s-venv. Elsewhere try until it works:\n  %s"
              .formatted(python.version(), typed(line)));
    }
  }

  /** The option --log names the folder, by which a leftover of a killed command is known. */
  private void pip() throws IOException {
    var log = client.folder().resolve("pip.log").toString();
    var options = List.of("--no-input", "--disable-pip-version-check", "--log", log);
    var step = Step.run(new ProcessBuilder(pip(options)));
    if (step.code() != 0) {
      throw failed(
          step,
          "pip cannot install " + String.join(" ", PythonClient.PINS),
          "It needs a package index; behind a mirror: pip config set global.index-url URL. Try until it works:\n  "
              + typed(pip(List.of())));
    }
  }

  private static Refusal failed(Step step, String what, String mend) {
    return new Refusal(
        Exit.BUILD_FAILED,
        "%s (exit code %d):\n%s\n%s\nThen run this command again."
            .formatted(what, step.code(), step.tail().indent(2).stripTrailing(), mend));
  }

  private List<String> pip(List<String> options) {
    var pip = List.of(client.program().toString(), "-I", "-m", "pip", "install");
    return Stream.of(pip, options, PythonClient.PINS).flatMap(List::stream).toList();
  }

  private static String typed(List<String> line) {
    return line.stream()
        .map(word -> word.matches("[\\w./=+-]+") ? word : "'" + word.replace("'", "'\\''") + "'")
        .collect(Collectors.joining(" "));
  }
}
