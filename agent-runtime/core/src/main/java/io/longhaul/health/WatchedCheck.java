package io.longhaul.health;

import io.longhaul.health.CheckResult.State;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Looks at one dependency in the background, at most once at a time and every few seconds. */
final class WatchedCheck {

  private static final long FRESH = Duration.ofSeconds(5).toNanos();

  private final HealthCheck check;
  private final LongSupplier ticker;
  private CheckResult last;
  private long lookedAt;
  private @Nullable CompletableFuture<CheckResult> running;

  WatchedCheck(HealthCheck check, LongSupplier ticker) {
    this.check = check;
    this.ticker = ticker;
    this.last = new CheckResult(State.UNKNOWN, check.required(), null);
    this.lookedAt = ticker.getAsLong() - FRESH;
  }

  String name() {
    return check.name();
  }

  /** What was found last; looks again in the background if that is old. Never waits. */
  synchronized CheckResult latest() {
    if (running == null && ticker.getAsLong() - lookedAt >= FRESH) {
      running = begin();
    }
    return last;
  }

  /** Looks now, or joins the look that is under way. */
  synchronized CompletableFuture<CheckResult> look() {
    if (running == null) {
      running = begin();
    }
    return running;
  }

  /** What a look finds; away, if it finds nothing in time. */
  CheckResult found(CompletableFuture<CheckResult> look, Duration time)
      throws InterruptedException {
    try {
      return look.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      return new CheckResult(
          State.DOWN, check.required(), "no answer within " + time.toMillis() + " ms");
    } catch (ExecutionException e) {
      throw new IllegalStateException("A look never fails, it finds", e);
    }
  }

  private CompletableFuture<CheckResult> begin() {
    var look = new CompletableFuture<CheckResult>();
    Thread.ofVirtual().name("health-" + check.name()).start(() -> finish(look, ask()));
    return look;
  }

  private CheckResult ask() {
    try {
      check.probe().look();
      return new CheckResult(State.UP, check.required(), null);
    } catch (Exception e) {
      return new CheckResult(State.DOWN, check.required(), String.valueOf(e.getMessage()));
    }
  }

  private void finish(CompletableFuture<CheckResult> look, CheckResult found) {
    synchronized (this) {
      last = found;
      lookedAt = ticker.getAsLong();
      running = null;
    }
    look.complete(found);
  }
}
