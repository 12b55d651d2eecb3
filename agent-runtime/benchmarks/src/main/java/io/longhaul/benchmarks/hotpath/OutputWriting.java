package io.longhaul.benchmarks.hotpath;

import io.longhaul.handler.Json;
import io.longhaul.json.JsonValues;
import io.longhaul.json.StrictJson;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.json.JsonMapper;

/** An output record: written as the service does, and by Jackson alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class OutputWriting {

  private final JsonValues values = new JsonValues(StrictJson.newMapper());
  private final JsonMapper plain = JsonMapper.shared();
  private final Report report =
      new Report("done", 42, List.of(new Line("/a", 200), new Line("/b", 404)));

  /** A record as agents write them. */
  public record Report(String summary, int pages, List<Line> lines) {}

  /** A record inside. */
  public record Line(String path, int status) {}

  @Benchmark
  public Json values() {
    return values.toJson(report);
  }

  @Benchmark
  public byte[] plainJackson() {
    return plain.writeValueAsBytes(report);
  }
}
