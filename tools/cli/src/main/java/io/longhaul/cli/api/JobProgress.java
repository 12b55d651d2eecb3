package io.longhaul.cli.api;

import io.longhaul.cli.shell.Shell;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows a job: a bar for a person at a terminal, else a line for each change. */
public abstract sealed class JobProgress implements AutoCloseable {

  /** Shows on the messages' stream. */
  public static JobProgress on(Shell shell) {
    return shell.interactive() ? new Bar(shell) : new Lines(shell);
  }

  /** Shows a state. */
  public abstract void show(JobView job);

  /** Ends the display; what is printed afterwards stands on a line of its own. */
  @Override
  public abstract void close();

  private static final class Bar extends JobProgress {

    private static final int STEPS = 1000;
    private final ProgressBar bar;

    Bar(Shell shell) {
      bar =
          new ProgressBarBuilder()
              .setInitialMax(STEPS)
              .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BAR)
              .setConsumer(new ConsoleProgressBarConsumer(shell.err()))
              .setTaskName("job")
              .hideEta()
              .build();
    }

    @Override
    public void show(JobView job) {
      bar.setExtraMessage((job.state() + " " + job.message()).strip());
      bar.stepTo(Math.round((job.state().equals("succeeded") ? 1 : job.fraction()) * STEPS));
    }

    @Override
    public void close() {
      bar.close();
    }
  }

  private static final class Lines extends JobProgress {

    private final Shell shell;
    private @Nullable String last;

    Lines(Shell shell) {
      this.shell = shell;
    }

    @Override
    public void show(JobView job) {
      var line =
          String.format(
                  Locale.ROOT,
                  "%s %s %3.0f%% %s",
                  job.id(),
                  job.state(),
                  job.fraction() * 100,
                  job.message())
              .stripTrailing();
      if (!line.equals(last)) {
        shell.say(line);
      }
      last = line;
    }

    @Override
    public void close() {
      // Lines need no end.
    }
  }
}
