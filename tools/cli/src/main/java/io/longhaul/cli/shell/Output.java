package io.longhaul.cli.shell;

import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The option {@code --json}, and how JSON is printed. */
public final class Output {

  /** Reads and writes the contract's JSON; numbers keep their digits. */
  public static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private static final JsonMapper PRETTY =
      JSON.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Option(names = "--json", description = "Print JSON, for scripts.")
  private boolean json;

  /** Whether a script reads the output. */
  public boolean json() {
    return json;
  }

  /** Prints a value as JSON, indented. */
  public static void print(Shell shell, Object value) {
    shell.out().println(PRETTY.writeValueAsString(value));
  }

  /** Prints a value as JSON in one line, for streams of them. */
  public static void printLine(Shell shell, JsonNode value) {
    shell.out().println(JSON.writeValueAsString(value));
  }
}
