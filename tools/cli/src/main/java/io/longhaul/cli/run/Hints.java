package io.longhaul.cli.run;

import io.longhaul.cli.service.ServiceCommand;
import io.longhaul.cli.shell.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What to try with a service that is about to start. */
record Hints(Shell shell, ServiceCommand command, String agent, int port) {

  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add(
        "%s %s starts; Ctrl-C drains and stops it. Try from another terminal:"
            .formatted(command.manifest().name(), command.manifest().version()));
    if (port != 0) {
      var url = "http://127.0.0.1:" + port;
      lines.add("  curl --json %s %s/execute".formatted(input(), url));
      lines.add("  open %s/docs".formatted(url));
    }
    lines.add("  %s exec %s --sample".formatted(launcher(), agent));
    lines.add("  %s jobs list %s".formatted(launcher(), agent));
    return lines;
  }

  private String input() {
    var sample = command.agent().folder().resolve("sample/input.json");
    return Files.isRegularFile(sample) ? "@" + quoted(shortened(sample)) : "'{}'";
  }

  private String launcher() {
    return Files.isExecutable(shell.folder().resolve("longhaul")) ? "./longhaul" : "longhaul";
  }

  private String shortened(Path path) {
    return path.startsWith(shell.folder())
        ? shell.folder().relativize(path).toString()
        : path.toString();
  }

  private static String quoted(String path) {
    return path.matches("[\\w./-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
  }
}
