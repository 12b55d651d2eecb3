package io.longhaul.cli.sample;

import io.longhaul.cli.shell.Exit;
import io.longhaul.cli.shell.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The two files that make a folder behave like a site. */
final class SiteRules {

  /** Where a path has moved. */
  record Redirect(String to, int status) {}

  static Map<String, Redirect> redirects(Path file) throws IOException {
    var rules = new HashMap<String, Redirect>();
    for (var words : lines(file, 3, "FROM TO STATUS")) {
      rules.put(words[0], new Redirect(words[1], number(file, words[2])));
    }
    return rules;
  }

  static Map<String, Duration> delays(Path file) throws IOException {
    var rules = new HashMap<String, Duration>();
    for (var words : lines(file, 2, "PATH 1500ms")) {
      var digits =
          words[1].endsWith("ms") ? words[1].substring(0, words[1].length() - 2) : words[1];
      rules.put(words[0], Duration.ofMillis(number(file, digits)));
    }
    return rules;
  }

  private static List<String[]> lines(Path file, int words, String form) throws IOException {
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    var lines =
        Files.readAllLines(file).stream()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList();
    for (var line : lines) {
      if (line.split("\\s+").length != words) {
        throw new Refusal(Exit.USAGE, "%s: found '%s', expected '%s'.".formatted(file, line, form));
      }
    }
    return lines.stream().map(line -> line.split("\\s+")).toList();
  }

  private static int number(Path file, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new Refusal(Exit.USAGE, "%s: found '%s', expected a number.".formatted(file, text));
    }
  }

  private SiteRules() {}
}
