package io.longhaul.cli.runtimes;

import io.longhaul.cli.shell.Shell;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** Shows that a long step goes on: a clock for a person at a terminal, else a line now and then. */
final class Elapsed implements AutoCloseable {

  private static final Duration LINE = Duration.ofSeconds(20);

  private final Shell shell;
  private final @Nullable ProgressBar clock;
  private final Thread lines;

  Elapsed(Shell shell) {
    this.shell = shell;
    this.clock = shell.interactive() ? clock(shell) : null;
    this.lines = Thread.ofVirtual().unstarted(this::lines);
    if (clock == null) {
      lines.start();
    }
  }

  private static ProgressBar clock(Shell shell) {
    return new ProgressBarBuilder()
        .setInitialMax(-1)
        .setTaskName("installing")
        .setConsumer(new ConsoleProgressBarConsumer(shell.err()))
        .hideEta()
        .build();
  }

  private void lines() {
    try {
      for (int seconds = 0; ; seconds += LINE.toSecondsPart()) {
        if (seconds > 0) {
          shell.say("  still at it, after " + seconds + " s");
        }
        Thread.sleep(LINE);
      }
    } catch (InterruptedException _) {
      // the step has ended
    }
  }

  @Override
  public void close() {
    lines.interrupt();
    if (clock != null) {
      clock.close();
    }
  }
}
