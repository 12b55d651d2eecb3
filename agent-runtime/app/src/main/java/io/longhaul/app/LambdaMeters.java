package io.longhaul.app;

import io.longhaul.agent.Meters;
import io.longhaul.manifest.names.Names;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * An agent's own measurements, as lines of CloudWatch's embedded metric format: after each call one
 * line for each set of tags. CloudWatch makes metrics of them, and no call to it is needed. Safe
 * for concurrent use.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">
 *     AWS: embedded metric format</a>
 */
final class LambdaMeters implements Meters {

  private static final Logger LOG = LoggerFactory.getLogger(LambdaMeters.class);

  /** The format's, of values in one metric. */
  private static final int MOST_VALUES = 100;

  private record Series(Map<String, String> tags, String name, String unit) {}

  private final Names names;
  private final JsonMapper mapper;
  private final Clock clock;
  private final PrintStream out;
  private final Map<Series, List<Double>> values = new LinkedHashMap<>();
  private final Map<Series, Supplier<? extends Number>> gauges = new LinkedHashMap<>();

  LambdaMeters(Names names, JsonMapper mapper, Clock clock, PrintStream out) {
    this.names = names;
    this.mapper = mapper;
    this.clock = clock;
    this.out = out;
  }

  @Override
  public synchronized void count(String name, double amount, String... tags) {
    values.merge(
        series(name, "Count", tags), List.of(amount), (a, b) -> List.of(a.getFirst() + amount));
  }

  @Override
  public synchronized void time(String name, Duration duration, String... tags) {
    var taken = values.computeIfAbsent(series(name, "Milliseconds", tags), _ -> new ArrayList<>());
    taken.add(duration.toNanos() / 1e6);
    if (taken.size() == MOST_VALUES) {
      write();
    }
  }

  @Override
  public synchronized void gauge(String name, Supplier<? extends Number> value, String... tags) {
    gauges.put(series(name, "None", tags), value);
  }

  /** Writes what was measured since the last time. */
  synchronized void write() {
    gauges.forEach(this::look);
    var byTags = new LinkedHashMap<Map<String, String>, Map<Series, List<Double>>>();
    values.forEach((series, taken) ->
        byTags.computeIfAbsent(series.tags(), _ -> new LinkedHashMap<>()).put(series, taken));
    values.clear();
    byTags.forEach((tags, taken) -> out.print(line(tags, taken)));
    out.flush();
  }

  /** What cannot be read now is left out: it must not cost a call its answer. */
  private void look(Series series, Supplier<? extends Number> gauge) {
    try {
      double now = gauge.get().doubleValue();
      if (Double.isFinite(now)) {
        values.put(series, List.of(now));
      }
    } catch (RuntimeException e) {
      LOG.debug("The gauge {} cannot be read", series.name(), e);
    }
  }

  private String line(Map<String, String> tags, Map<Series, List<Double>> taken) {
    var metrics =
        taken.keySet().stream()
            .map(series -> Map.of("Name", series.name(), "Unit", series.unit()))
            .toList();
    var directive =
        Map.of(
            "Namespace", names.metricNamespace(),
            "Dimensions", List.of(List.copyOf(tags.keySet())),
            "Metrics", metrics);
    var line = new LinkedHashMap<String, Object>();
    line.put("_aws", Map.of("Timestamp", clock.millis(), "CloudWatchMetrics", List.of(directive)));
    line.putAll(tags);
    taken.forEach((series, all) -> line.put(series.name(), all.size() == 1 ? all.getFirst() : all));
    return mapper.writeValueAsString(line) + "\n";
  }

  private Series series(String name, String unit, String... tags) {
    var all = new LinkedHashMap<String, String>();
    all.put("agent", names.agent());
    for (int i = 0; i + 1 < tags.length; i += 2) {
      all.put(tags[i], tags[i + 1]);
    }
    return new Series(all, name, unit);
  }
}
