package io.longhaul.benchmarks.hotpath;

import io.longhaul.agent.Minimum;
import io.longhaul.handler.Json;
import io.longhaul.json.InputBinder;
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
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** An input record: bound and checked as the service does, and by Jackson alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class InputBinding {

  private static final String TEXT =
      """
      {"url":"https://example.com/a/page","depth":3,"tags":["one","two","three"],
       "options":{"follow":true,"limit":250}}\
      """;

  private final JsonMapper mapper = StrictJson.newMapper();
  private final InputBinder<Request> binder = new InputBinder<>(mapper, Request.class);
  private final ObjectReader reader = mapper.readerFor(Request.class);
  private final ObjectReader plainReader = JsonMapper.shared().readerFor(Request.class);
  private final Json input = Json.of(TEXT);

  /** A record as agents write them. */
  public record Request(String url, @Minimum(0) int depth, List<String> tags, Options options) {}

  /** A record inside. */
  public record Options(boolean follow, int limit) {}

  @Benchmark
  public Request binder() {
    return binder.bind(input);
  }

  @Benchmark
  public Request strictMapper() {
    return reader.readValue(input.utf8());
  }

  @Benchmark
  public Request plainJackson() {
    return plainReader.readValue(input.utf8());
  }
}
