package io.longhaul.testing;

import io.longhaul.agent.Meters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Keeps what an agent measured, for a test to look at. Safe for concurrent use. */
public final class RecordingMeters implements Meters {

  private final Map<Series, Double> counts = new ConcurrentHashMap<>();
  private final Map<Series, List<Duration>> times = new ConcurrentHashMap<>();
  private final Map<Series, Supplier<? extends Number>> gauges = new ConcurrentHashMap<>();

  @Override
  public void count(String name, double amount, String... tags) {
    counts.merge(Series.of(name, tags), amount, Double::sum);
  }

  @Override
  public void time(String name, Duration duration, String... tags) {
    times.computeIfAbsent(Series.of(name, tags), _ -> new CopyOnWriteArrayList<>()).add(duration);
  }

  @Override
  public void gauge(String name, Supplier<? extends Number> value, String... tags) {
    gauges.put(Series.of(name, tags), value);
  }

  /** The counter with exactly these tags, in any order; 0 if nothing was counted. */
  public double counted(String name, String... tags) {
    return counts.getOrDefault(Series.of(name, tags), 0.0);
  }

  /** What was timed with exactly these tags, in order. */
  public List<Duration> timed(String name, String... tags) {
    return List.copyOf(times.getOrDefault(Series.of(name, tags), List.of()));
  }

  /**
   * The gauge's value now.
   *
   * @throws AssertionError if there is none of that name and tags
   */
  public double gauged(String name, String... tags) {
    var gauge = gauges.get(Series.of(name, tags));
    if (gauge == null) {
      throw new AssertionError(
          "no gauge " + Series.of(name, tags) + "; there are " + gauges.keySet());
    }
    return gauge.get().doubleValue();
  }

  private record Series(String name, List<String> tags) {

    static Series of(String name, String... tags) {
      if (tags.length % 2 != 0) {
        throw new IllegalArgumentException("tags come in pairs of key and value: " + name);
      }
      var pairs = new ArrayList<String>();
      for (int i = 0; i < tags.length; i += 2) {
        pairs.add(tags[i] + "=" + tags[i + 1]);
      }
      return new Series(name, pairs.stream().sorted().toList());
    }
  }
}
