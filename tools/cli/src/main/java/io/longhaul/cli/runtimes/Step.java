package io.longhaul.cli.runtimes;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program of the installation that has ended.
 *
 * @param tail its last lines
 */
record Step(int code, String tail) {

  /** Names, in the environment of an installation's programs, the folder that they fill. */
  static final String INSTALLS = "LONGHAUL_INSTALLS";

  private static final int LINES = 15;

  /** Runs it to its end; it ends with this process, unless that is killed. */
  static Step run(ProcessBuilder builder) throws IOException {
    var process = builder.redirectErrorStream(true).start();
    var killer = new Thread(() -> end(process.toHandle()), "stop-install");
    Runtime.getRuntime().addShutdownHook(killer);
    process.getOutputStream().close();
    var tail = new ArrayDeque<String>();
    try (var lines = process.inputReader()) {
      lines.lines().forEach(line -> keep(tail, line));
    }
    var code = process.onExit().join().exitValue();
    forget(killer);
    return new Step(code, String.join("\n", tail));
  }

  /** Ends a process and those that it started, which would write on without it. */
  static void end(ProcessHandle process) {
    // the parent first: it would take a child's end for a step that is done
    Stream.concat(Stream.of(process), process.descendants())
        .toList()
        .forEach(ProcessHandle::destroyForcibly);
    // where process 1 does not reap, an orphan that was killed never seems to have ended
    process.onExit().completeOnTimeout(process, 5, TimeUnit.SECONDS).join();
  }

  private static void keep(ArrayDeque<String> tail, String line) {
    if (tail.size() == LINES) {
      tail.removeFirst();
    }
    tail.add(line);
  }

  private static void forget(Thread killer) {
    try {
      Runtime.getRuntime().removeShutdownHook(killer);
    } catch (IllegalStateException _) {
      // The hook runs already, or has run.
    }
  }
}
