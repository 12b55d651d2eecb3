package io.longhaul.cli.run;

import io.longhaul.cli.service.ServiceCommand;
import io.longhaul.cli.shell.Shell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to try with a service that is about to start.
 *
 * @param data the data folder as typed, by which other commands find the service; null: the default
 */
record Hints(
    Shell shell,
    ServiceCommand command,
    String agent,
    String host,
    int port,
    @Nullable String data) {

  private static final String SITE = "${site}";

  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add(
        "%s %s starts; Ctrl-C drains and stops it. Try from another terminal:"
            .formatted(command.manifest().name(), command.manifest().version()));
    if (port != 0) {
      var url = "http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, port);
      lines.add("  curl --json %s %s/execute".formatted(input(url), url + prefix()));
      lines.add("  %s/docs in a browser".formatted(url + prefix()));
    }
    lines.add("  %s exec %s --sample%s".formatted(launcher(), agent, whereabouts()));
    lines.add("  %s jobs list %s%s".formatted(launcher(), agent, whereabouts()));
    return lines;
  }

  /** Where the paths are the function's, the service's own stand elsewhere. */
  private String prefix() {
    return command.manifest().http().event() == null ? "" : "/-";
  }

  private String whereabouts() {
    return data == null ? "" : " --data " + quoted(data);
  }

  private String input(String url) {
    var sample = command.agent().folder().resolve("sample/input.json");
    if (!Files.isRegularFile(sample)) {
      return "'{}'";
    }
    var text = text(sample);
    // only `exec --sample` serves the sample's own site: the service itself stands in for it
    return text.contains(SITE)
        ? quoted(text.replace(SITE, url).strip())
        : "@" + quoted(shortened(sample));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
