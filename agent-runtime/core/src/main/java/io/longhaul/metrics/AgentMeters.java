package io.longhaul.metrics;

import io.longhaul.agent.Meters;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** An agent's own measurements, each with the tag {@code agent}. Safe for concurrent use. */
public final class AgentMeters implements Meters {

  private record Series(String name, Tags tags) {}

  private final MeterRegistry registry;
  private final Tags agent;

  /** What each gauge shows now; Micrometer keeps the first that was registered. */
  private final Map<Series, Supplier<? extends Number>> gauges = new ConcurrentHashMap<>();

  /** Takes the agent's name for the tag. */
  public AgentMeters(MeterRegistry registry, String agentName) {
    this.registry = registry;
    this.agent = Tags.of("agent", agentName);
  }

  @Override
  public void count(String name, double amount, String... tags) {
    registry.counter(name, agent.and(tags)).increment(amount);
  }

  @Override
  public void time(String name, Duration duration, String... tags) {
    registry.timer(name, agent.and(tags)).record(duration);
  }

  @Override
  public void gauge(String name, Supplier<? extends Number> value, String... tags) {
    var series = new Series(name, agent.and(tags));
    if (gauges.put(series, value) == null) {
      Gauge.builder(name, () -> now(series)).tags(series.tags()).register(registry);
    }
  }

  private double now(Series series) {
    var value = gauges.get(series);
    return value == null ? Double.NaN : value.get().doubleValue();
  }
}
