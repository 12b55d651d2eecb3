package io.longhaul.agents.linkauditor;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The sites that an audit has met; the robots.txt of each is read once. Safe for concurrent use.
 */
final class Sites {

  private final Map<String, FutureTask<Site>> sites = new ConcurrentHashMap<>();
  private final RobotsReader robots;
  private final LongSupplier nanos;
  private final Sleeper sleeper;

  Sites(RobotsReader robots, LongSupplier nanos, Sleeper sleeper) {
    this.robots = robots;
    this.nanos = nanos;
    this.sleeper = sleeper;
  }

  Site of(WebUrl url, Supplier<Duration> patience) throws InterruptedException {
    FutureTask<Site> reading =
        sites.computeIfAbsent(
            url.site(),
            _ -> new FutureTask<>(() -> new Site(robots.read(url, patience), nanos, sleeper)));
    reading.run(); // the first caller reads, the others wait below
    try {
      return reading.get();
    } catch (ExecutionException e) {
      sites.remove(url.site(), reading);
      if (e.getCause() instanceof InterruptedException) {
        throw new InterruptedException("interrupted while reading the robots.txt of " + url.site());
      }
      throw new IllegalStateException("reading the robots.txt of " + url.site(), e.getCause());
    }
  }
}
