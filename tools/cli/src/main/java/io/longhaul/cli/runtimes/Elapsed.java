package io.longhaul.cli.runtimes;

import io.longhaul.cli.shell.Shell;
import java.time.Duration;

/** Shows that a long step goes on: a clock for a person at a terminal, else a line now and then. */
final class Elapsed implements AutoCloseable {

  private static final String START_OF_LINE = "\r";

  private final Shell shell;
  private final Duration pause;
  private final Thread clock;

  Elapsed(Shell shell) {
    this.shell = shell;
    this.pause = Duration.ofSeconds(shell.interactive() ? 1 : 20);
    this.clock = Thread.ofVirtual().start(this::run);
  }

  private void run() {
    try {
      for (long seconds = pause.toSeconds(); ; seconds += pause.toSeconds()) {
        Thread.sleep(pause);
        show(seconds);
      }
    } catch (InterruptedException _) {
      // the step has ended
    }
  }

  private void show(long seconds) {
    if (shell.interactive()) {
      shell.err().print(START_OF_LINE + "  " + seconds + " s ");
      shell.err().flush();
    } else {
      shell.say("  still at it, after " + seconds + " s");
    }
  }

  /** What is printed afterwards stands on a line of its own. */
  @Override
  public void close() {
    clock.interrupt();
    try {
      clock.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    if (shell.interactive()) {
      shell.err().print(START_OF_LINE + "            " + START_OF_LINE);
    }
  }
}
