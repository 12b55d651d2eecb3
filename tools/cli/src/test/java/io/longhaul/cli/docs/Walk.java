package io.longhaul.cli.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The console blocks of a page: what is typed, and what is then seen. */
record Walk(List<Step> steps) {

  private static final Pattern BLOCK = Pattern.compile("```console\\n(.*?)```", Pattern.DOTALL);

  /**
   * One command.
   *
   * @param typed without the prompt; {@code ^C} stops the service
   * @param seen … stands for anything
   */
  record Step(String typed, List<String> seen) {

    boolean isSeenIn(String output) {
      return pattern(Stream.of(String.join("\n", seen))).matcher(output.strip()).matches();
    }

    boolean endsWith(String line) {
      return pattern(Stream.of(seen.getLast())).matcher(line).matches();
    }

    private static Pattern pattern(Stream<String> text) {
      var parts = text.flatMap(all -> Stream.of(all.split("…", -1)));
      return Pattern.compile(
          parts.map(Pattern::quote).collect(Collectors.joining(".*")), Pattern.DOTALL);
    }
  }

  static Walk of(String page) {
    var steps = new ArrayList<Step>();
    var blocks = BLOCK.matcher(page);
    while (blocks.find()) {
      for (var line : blocks.group(1).lines().toList()) {
        if (line.startsWith("$ ") || line.equals("^C")) {
          steps.add(new Step(line.replaceFirst("^\\$ ", ""), new ArrayList<>()));
        } else {
          steps.getLast().seen().add(line);
        }
      }
    }
    return new Walk(steps);
  }
}
