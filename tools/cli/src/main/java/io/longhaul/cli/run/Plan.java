package io.longhaul.cli.run;

import io.longhaul.cli.aot.AotCache;
import io.longhaul.cli.service.ServiceCommand;
import io.longhaul.cli.shell.Exit;
import io.longhaul.cli.shell.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the launcher reads: lines of {@code word} (the service's command line), {@code hint} (for
 * the person), {@code watch} (files that it rests on) and {@code keep}.
 */
final class Plan {

  private static final String FILE = "longhaul.plan";

  private final ServiceCommand command;
  private final List<String> lines = new ArrayList<>();

  Plan(ServiceCommand command) {
    this.command = command;
  }

  /**
   * Lets the launcher use it again while the watched files stay as they are, and the first of them,
   * the AOT cache, keeps its size. While a cache is wanted and missing, each start looks for it; so
   * it does for what a stand-in is used for.
   */
  void keep(boolean aotWanted) throws IOException {
    if (!command.settled()) {
      return;
    }
    var cache = AotCache.fileIn(command.aot());
    if (cache.isPresent()) {
      lines.add("keep " + Files.size(cache.get()));
      watch(cache.get());
      AotCache.libraryIn(command.aot()).ifPresent(this::watch);
    } else if (aotWanted) {
      return;
    } else {
      lines.add("keep -");
    }
    command.sources().forEach(this::watch);
    command.classPath().forEach(this::watch);
  }

  private void watch(Path file) {
    lines.add("watch " + file);
  }

  /** Hands it over. */
  void write(List<String> hints) throws IOException {
    hints.forEach(hint -> lines.add("hint " + hint));
    command.line().forEach(word -> lines.add("word " + word));
    var file = System.getProperty(FILE);
    if (file == null) {
      throw new Refusal(Exit.USAGE, "Start this command by the script longhaul.");
    }
    if (lines.stream().anyMatch(line -> line.indexOf('\n') >= 0)) {
      throw new Refusal(Exit.USAGE, "A path or value holds a line break.");
    }
    Files.write(Path.of(file), lines);
  }
}
