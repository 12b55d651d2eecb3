package io.longhaul.cli.shell;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command gets from where it was typed.
 *
 * @param out results, and nothing else
 * @param err messages and progress
 * @param interactive whether a person looks at {@code err}: only then are there bars and colours
 * @param folder the working directory; relative arguments start here
 * @param jdks folders in which the launcher looks for a JDK; some may be none, or be missing
 */
public record Shell(
    PrintStream out,
    PrintStream err,
    InputStream in,
    boolean interactive,
    Path folder,
    Map<String, String> environment,
    List<Path> jdks) {

  /** Copies the environment and the list. */
  public Shell {
    environment = Map.copyOf(environment);
    jdks = List.copyOf(jdks);
  }

  /** The process's own. The launcher says whether messages go to a terminal: Java cannot ask. */
  public static Shell ofProcess() {
    var environment = System.getenv();
    var dumb = "dumb".equals(environment.get("TERM")) || environment.containsKey("CI");
    return new Shell(
        new PrintStream(System.out, true, StandardCharsets.UTF_8),
        new PrintStream(System.err, true, StandardCharsets.UTF_8),
        System.in,
        !dumb && Boolean.getBoolean("longhaul.terminal"),
        Path.of("").toAbsolutePath(),
        environment,
        System.getProperty("longhaul.jdks", "").lines().map(Path::of).toList());
  }

  /** A line for the person. */
  public void say(String message) {
    err.println(message);
  }

  /** A variable; null if it is unset or empty. */
  public @Nullable String variable(String name) {
    var value = environment.get(name);
    return value == null || value.isEmpty() ? null : value;
  }
}
