package io.longhaul.lambda.instances;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Keeps one place filled: starts an instance, watches it to its end, and starts the next. */
final class Supervisor implements Runnable {

  /** Between starts that led to no answer; the first repeat comes at once. */
  private static final IntervalFunction PAUSES =
      IntervalFunction.ofExponentialBackoff(Duration.ofSeconds(1), 2, Duration.ofSeconds(30));

  /** So many starts in a row that led to no answer are no accident: calls are refused meanwhile. */
  private static final int BREAKER = 4;

  private static final String SPINDOWN = "SPINDOWN";

  private final int number;
  private final Workshop shop;
  private final Roster roster;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable Life life;

  Supervisor(int number, Workshop shop, Roster roster) {
    this.number = number;
    this.shop = shop;
    this.roster = roster;
  }

  @Override
  public void run() {
    int failures = 0;
    try {
      long pause = 0;
      while (!closed.await(pause, TimeUnit.MILLISECONDS)) {
        failures = live() ? 0 : failures + 1;
        pause = failures > 1 ? PAUSES.apply(failures - 1) : 0;
        if (failures >= BREAKER) {
          roster.pausing();
        }
      }
    } catch (InterruptedException _) {
      // nobody does this; the thread ends all the same
    }
  }

  private boolean live() throws InterruptedException {
    var born = new Life(number, shop, roster);
    life = born;
    if (closed.getCount() == 0) {
      born.end(SPINDOWN);
    }
    return born.run();
  }

  /** Ends the process that has a call, because nobody waits for its answer any more. */
  void stop(Instance which) throws InterruptedException {
    var running = life;
    if (running != null && running.instance() == which) {
      running.end("TIMEOUT");
      which.awaitEnd();
    }
  }

  /** Replaces the instance after the calls it has; null stands for whichever is there. */
  @Nullable Instance retire(@Nullable Instance which) {
    var running = life;
    if (running == null || (which != null && running.instance() != which)) {
      return null;
    }
    running.instance().retire(() -> running.end(SPINDOWN));
    return running.instance();
  }

  /** Since when the place has nothing to do; null while it has, or is not ready. */
  @Nullable Instant idleSince() {
    var running = life;
    return running == null ? null : running.instance().idleSince();
  }

  /** Waits for the instance that is there, or comes now. */
  void awaitReady(Duration longest) throws InterruptedException {
    var running = life;
    if (running != null) {
      var _ = running.instance().awaitReady(longest);
    }
  }

  /** Since when the place is held up by extensions that are not done; null while it is not. */
  @Nullable Instant heldUpSince() {
    var running = life;
    return running == null ? null : running.instance().heldUpSince();
  }

  /** Replaces the instance, whose extensions do not get done. */
  void replaceHeldUp() {
    var running = life;
    if (running != null) {
      running.giveUpOnExtensions();
    }
  }

  int flights() {
    var running = life;
    return running == null ? 0 : running.instance().flights();
  }

  /** No further instance; the one that runs is asked to end. */
  void close() {
    closed.countDown();
    var running = life;
    if (running != null) {
      running.end(SPINDOWN);
    }
  }
}
