package io.longhaul.cli.runtimes;

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
    return line.contains(folder.toString()) && INSTALLS.matcher(line).find();
  }
}
