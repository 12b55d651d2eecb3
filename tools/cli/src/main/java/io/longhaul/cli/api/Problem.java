package io.longhaul.cli.api;

import io.longhaul.cli.shell.Output;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/** Problem documents (RFC 9457), as one line for a person. */
final class Problem {

  static String text(int status, String body) {
    try {
      var json = Output.JSON.readTree(body);
      var words =
          Stream.of(json.path("title"), json.path("detail"))
              .map(node -> node.asString(""))
              .filter(text -> !text.isEmpty())
              .distinct()
              .collect(Collectors.joining(": "));
      return words.isEmpty() ? bare(status) : words;
    } catch (JacksonException e) {
      return bare(status);
    }
  }

  private static String bare(int status) {
    return "The service answered with status " + status + ".";
  }

  private Problem() {}
}
