package io.longhaul.clients;

import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRateLimiterMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRetryMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedTimeLimiterMetrics;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.longhaul.manifest.CircuitBreakerSettings;
import io.longhaul.manifest.ClientSettings;
import io.longhaul.manifest.Rate;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;

/** The parts of Resilience4j, made as a manifest says and shown in the metrics by their names. */
final class Registries {

  /** Resilience4j knows no "for ever". */
  private static final Duration FOR_EVER = Duration.ofDays(365);

  private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.ofDefaults();
  private final BulkheadRegistry bulkheads = BulkheadRegistry.ofDefaults();
  private final RateLimiterRegistry rates = RateLimiterRegistry.ofDefaults();
  private final RetryRegistry retries = RetryRegistry.ofDefaults();
  private final TimeLimiterRegistry timeouts = TimeLimiterRegistry.ofDefaults();
  private final Clock clock;
  private final Backoff backoff;

  Registries(Clock clock, Backoff backoff) {
    this.clock = clock;
    this.backoff = backoff;
  }

  void bindTo(MeterRegistry meters) {
    TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
    TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads).bindTo(meters);
    TaggedRateLimiterMetrics.ofRateLimiterRegistry(rates).bindTo(meters);
    TaggedRetryMetrics.ofRetryRegistry(retries).bindTo(meters);
    TaggedTimeLimiterMetrics.ofTimeLimiterRegistry(timeouts).bindTo(meters);
  }

  Resilience resilience(String name, ClientSettings settings) {
    var timeout = settings.timeout();
    var wait = timeout == null ? FOR_EVER : timeout;
    var breaker = settings.circuitBreaker();
    var calls = settings.concurrency();
    var rate = settings.rate();
    return new Resilience(
        name,
        retries.retry(name, retry(settings.retries())),
        breaker == null ? null : breakers.circuitBreaker(name, breaker(breaker)),
        calls == null ? null : bulkheads.bulkhead(name, bulkhead(calls, wait)),
        rate == null ? null : rates.rateLimiter(name, rate(rate, wait)),
        timeout == null ? null : timeouts.timeLimiter(name, timeout(timeout)));
  }

  private RetryConfig retry(int retries) {
    return RetryConfig.<Object>custom()
        .maxAttempts(retries + 1)
        .retryOnException(Verdict::failed)
        .retryOnResult(answer -> Verdict.failed(answer) && backoff.worthWaitingFor(answer))
        .intervalBiFunction(backoff::after)
        .build();
  }

  private CircuitBreakerConfig breaker(CircuitBreakerSettings settings) {
    return CircuitBreakerConfig.custom()
        .clock(clock)
        .failureRateThreshold(settings.failureRate().percent())
        .slidingWindowSize(settings.calls())
        .minimumNumberOfCalls(settings.calls())
        .waitDurationInOpenState(settings.pause())
        .permittedNumberOfCallsInHalfOpenState(1)
        .slowCallDurationThreshold(FOR_EVER) // slow is no failure; the time-out is
        .recordResult(Verdict::failed)
        .recordException(Verdict::failed)
        .ignoreException(thrown -> !Verdict.failed(thrown))
        .build();
  }

  private static BulkheadConfig bulkhead(int calls, Duration wait) {
    return BulkheadConfig.custom()
        .maxConcurrentCalls(calls)
        .maxWaitDuration(wait)
        .fairCallHandlingStrategyEnabled(true)
        .build();
  }

  /** 20/s lets a call through every 50 ms, rather than 20 at once every second. */
  private static RateLimiterConfig rate(Rate rate, Duration wait) {
    return RateLimiterConfig.custom()
        .limitForPeriod(1)
        .limitRefreshPeriod(rate.period().dividedBy(rate.calls()))
        .timeoutDuration(wait)
        .build();
  }

  private static TimeLimiterConfig timeout(Duration timeout) {
    return TimeLimiterConfig.custom().timeoutDuration(timeout).cancelRunningFuture(true).build();
  }
}
