package io.longhaul.clients;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.longhaul.agent.ClientUnavailable;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What stands around one dependency's calls, from the outside in: retries, circuit breaker,
 * concurrency, rate, time-out. So every try asks the breaker, waits for a place and then for its
 * turn, each for as long as the time-out at most, and has the whole time-out for itself; the wait
 * for a turn comes last, because calls that wait for a place after it would leave in a burst.
 *
 * @param breaker null where the manifest wants none; the same for the parts after it
 */
record Resilience(
    String name,
    Retry retry,
    @Nullable CircuitBreaker breaker,
    @Nullable Bulkhead bulkhead,
    @Nullable RateLimiter rate,
    @Nullable TimeLimiter timeout) {

  <T> T run(Callable<T> work, boolean repeatable, ExecutorService executor) throws Exception {
    var once = once(work, executor);
    var all = repeatable ? Retry.decorateCallable(retry, once) : once;
    try {
      return all.call();
    } catch (RuntimeException thrown) {
      if (!Verdict.notTried(thrown)) {
        throw thrown;
      }
      if (Thread.interrupted()) { // the parts turn an interrupt into "no place"
        throw new InterruptedException("interrupted while waiting to call " + name);
      }
      throw new ClientUnavailable("The client " + name + " is not called: " + why(thrown), thrown);
    }
  }

  private <T> Callable<T> once(Callable<T> work, ExecutorService executor) {
    var call = timeout == null ? work : limited(work, timeout, executor);
    if (rate != null) {
      call = RateLimiter.decorateCallable(rate, call);
    }
    if (bulkhead != null) {
      call = Bulkhead.decorateCallable(bulkhead, call);
    }
    return breaker == null ? call : CircuitBreaker.decorateCallable(breaker, call);
  }

  private <T> Callable<T> limited(Callable<T> work, TimeLimiter limit, ExecutorService executor) {
    return () -> {
      var future = executor.submit(work);
      try {
        return limit.executeFutureSupplier(() -> future);
      } catch (TimeoutException late) {
        throw late(limit, late);
      } finally {
        future.cancel(true); // an interrupted caller leaves nothing running behind
      }
    };
  }

  private TimeoutException late(TimeLimiter limit, TimeoutException cause) {
    var told =
        new TimeoutException(
            "The client %s gave no answer within %s"
                .formatted(name, limit.getTimeLimiterConfig().getTimeoutDuration()));
    told.initCause(cause);
    return told;
  }

  private String why(RuntimeException thrown) {
    if (breaker != null
        && thrown instanceof io.github.resilience4j.circuitbreaker.CallNotPermittedException) {
      return "its circuit breaker is open, because too many calls failed; it tries again by itself";
    }
    return thrown instanceof io.github.resilience4j.bulkhead.BulkheadFullException
        ? "all of its places were taken for as long as its time-out"
        : "its turn at its rate did not come within its time-out";
  }
}
