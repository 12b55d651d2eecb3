package io.longhaul.cli.runtimes;

import io.longhaul.cli.shell.Programs;
import io.longhaul.cli.shell.Shell;
import io.longhaul.manifest.LambdaRuntime;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Node interpreters on the PATH. */
public final class Nodes {

  /** The first that does: see hasHooks. */
  static final String OLDEST = "18.19";

  private static final Pattern WORD = Pattern.compile("nodejs(\\d+)\\.x");
  private static final Pattern NAME = Pattern.compile("node(js)?(-?\\d+)?");
  private static final Pattern ANSWER = Pattern.compile("(\\d+)\\.(\\d+)\\.\\S+ (.+)");

  /** A shim tells where the one is that it starts here and now. */
  private static final String QUESTION = "process.versions.node + ' ' + process.execPath";

  private final Programs programs;

  /** Looks along the PATH of where the command was typed. */
  public Nodes(Shell shell) {
    this.programs = new Programs(shell);
  }

  /** The major version that a runtime names; empty if it is another language's. */
  public static OptionalInt wanted(LambdaRuntime runtime) {
    var word = WORD.matcher(runtime.word());
    return word.matches() ? OptionalInt.of(Integer.parseInt(word.group(1))) : OptionalInt.empty();
  }

  /** That version, else the nearest one here that the client runs on; of two, the newer. */
  public Optional<Node> nearest(int major) {
    return programs
        .named(NAME)
        .flatMap(program -> asked(program).stream())
        .min(
            Comparator.comparingInt((Node node) -> Math.abs(node.major() - major))
                .thenComparing(Node::major, Comparator.reverseOrder()));
  }

  private static Optional<Node> asked(Path program) {
    return Answer.of(List.of(program.toString(), "-p", QUESTION))
        .map(ANSWER::matcher)
        .filter(Matcher::matches)
        .filter(version -> hasHooks(number(version, 1), number(version, 2)))
        .map(version -> new Node(Path.of(version.group(3)), number(version, 1)));
  }

  /** Whether it knows module.register, by which an import finds the SDK and layers. */
  private static boolean hasHooks(int major, int minor) {
    return major > 20 || (major == 20 && minor >= 6) || (major == 18 && minor >= 19);
  }

  private static int number(Matcher version, int group) {
    return Integer.parseInt(version.group(group));
  }
}
