package io.longhaul.cli.runtimes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Pattern;

/** What an installation that was cut off left behind. Only the holder of the lock may look. */
record Leftovers(Path folder) {

  private static final Pattern INSTALLS = Pattern.compile(" -m (venv|ensurepip|pip) ");

  void remove() throws IOException {
    // Killed without warning, an installer leaves the program that it waited for; that would
    // write into the new folder.
    ProcessHandle.allProcesses().filter(this::installs).forEach(Step::end);
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private boolean installs(ProcessHandle process) {
    var line = process.info().commandLine().orElse("");
    return (line.contains(folder.toString()) && INSTALLS.matcher(line).find()) || fills(process);
  }

  /** npm changes its own command line; its environment is as it was started, Linux says. */
  private boolean fills(ProcessHandle process) {
    try {
      var environment =
          Files.readString(Path.of("/proc", Long.toString(process.pid()), "environ"), ISO_8859_1);
      var folder = new String(this.folder.toString().getBytes(UTF_8), ISO_8859_1);
      return ("\0" + environment).contains("\0" + Step.INSTALLS + "=" + folder + "\0");
    } catch (IOException _) {
      return false; // another user's, gone, or no Linux
    }
  }
}
