package io.longhaul.metrics;

import io.longhaul.http.RequestMeter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Times calls by route and status. */
final class HttpMeters implements RequestMeter {

  private final MeterRegistry registry;
  private final Map<Key, Timer> timers = new ConcurrentHashMap<>();

  HttpMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void record(String pattern, String method, int status, long nanos) {
    // the registry's own lookup would build tags for each call
    timers
        .computeIfAbsent(new Key(pattern, method, status), this::timer)
        .record(nanos, TimeUnit.NANOSECONDS);
  }

  private Timer timer(Key key) {
    return Timer.builder("http.server.requests")
        .description("Calls by route and status")
        .tag("route", key.pattern)
        .tag("method", key.method)
        .tag("status", Integer.toString(key.status))
        .register(registry);
  }

  private record Key(String pattern, String method, int status) {}
}
