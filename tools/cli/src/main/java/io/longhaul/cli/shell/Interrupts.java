package io.longhaul.cli.shell;

import java.util.concurrent.atomic.AtomicInteger;
import org.jline.utils.Signals;

/**
 * What Ctrl-C does while a job is watched: the first time it asks the job to stop, the second time
 * the command ends.
 */
public final class Interrupts implements AutoCloseable {

  private final Object before;

  /** Takes over the signal until closed. Each action runs on a thread of its own. */
  public Interrupts(Runnable first, Runnable second) {
    var count = new AtomicInteger();
    before =
        Signals.register(
            "INT", () -> Thread.ofPlatform().start(count.getAndIncrement() == 0 ? first : second));
  }

  @Override
  public void close() {
    Signals.unregister("INT", before);
  }
}
