package io.longhaul.clients;

import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.core.exception.AcquirePermissionCancelledException;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import io.longhaul.agent.ClientUnavailable;
import io.longhaul.agent.InvalidInput;
import io.longhaul.agent.PermanentFailure;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;

/** What an outcome says about the dependency. */
final class Verdict {

  private static final Set<Integer> FAILURES = Set.of(429, 502, 503, 504);

  /** The methods that RFC 9110 calls idempotent, TRACE aside. */
  private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS");

  private Verdict() {}

  static boolean repeatable(HttpRequest request) {
    return REPEATABLE.contains(request.method());
  }

  static boolean failed(Object answer) {
    return answer instanceof HttpResponse<?> response && FAILURES.contains(response.statusCode());
  }

  /** False for what says nothing about the dependency: nobody asked it, or nobody waited. */
  static boolean failed(Throwable thrown) {
    return thrown instanceof Exception
        && !notTried(thrown)
        && !(thrown instanceof InterruptedException
            || thrown instanceof InvalidInput
            || thrown instanceof PermanentFailure
            || thrown instanceof ClientUnavailable);
  }

  static boolean notTried(Throwable thrown) {
    return thrown instanceof CallNotPermittedException
        || thrown instanceof RequestNotPermitted
        || thrown instanceof BulkheadFullException
        || thrown instanceof AcquirePermissionCancelledException;
  }
}
