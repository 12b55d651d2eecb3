package io.longhaul.app;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Tells calls that Lambda is about to kill them. */
final class LambdaDeadlines implements AutoCloseable {

  private static final Duration MOST = Duration.ofSeconds(1);
  private static final int SHARE = 10;

  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          1, task -> Thread.ofPlatform().daemon().name("lambda-deadlines").unstarted(task));

  LambdaDeadlines() {
    timer.setRemoveOnCancelPolicy(true);
  }

  /** Runs a quick action when a tenth of the time is left, at most a second. */
  Future<?> beforeEnd(Duration remaining, Runnable action) {
    Duration share = remaining.dividedBy(SHARE);
    Duration left = share.compareTo(MOST) < 0 ? share : MOST;
    return timer.schedule(action, remaining.minus(left).toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
