package io.longhaul.cli.runtimes;

import io.longhaul.cli.shell.Shell;
import io.longhaul.manifest.LambdaRuntime;
import java.util.Comparator;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Javas of this machine, in the places where the launcher looks for its own. */
record Jdks(Shell shell) {

  private static final Pattern WORD = Pattern.compile("java(\\d+)(\\.al2)?");

  /** The version that a runtime names; empty if it is another language's. */
  static OptionalInt wanted(LambdaRuntime runtime) {
    var word = WORD.matcher(runtime.word());
    return word.matches() ? OptionalInt.of(Integer.parseInt(word.group(1))) : OptionalInt.empty();
  }

  /** That version, else the next newer one: an older one does not read its classes. */
  Jdk nearest(int version) {
    return Stream.concat(
            Stream.of(Jdk.own()), shell.jdks().stream().flatMap(home -> Jdk.in(home).stream()))
        .filter(jdk -> jdk.version() >= version)
        .min(Comparator.comparingInt(Jdk::version))
        .orElseGet(Jdk::own);
  }
}
