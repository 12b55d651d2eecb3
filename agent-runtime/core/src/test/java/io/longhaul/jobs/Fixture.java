package io.longhaul.jobs;

import io.longhaul.handler.Handler;
import io.longhaul.handler.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * An engine over a store and a queue, with a handler per input: input {@code "x"} runs {@code x}.
 */
final class Fixture implements AutoCloseable {

  static final Duration LONG = Duration.ofSeconds(60);

  /** Runs until it is interrupted. */
  static final Handler.Call ENDLESS =
      _ -> {
        new CountDownLatch(1).await();
        return Json.of("1");
      };

  final JobStore store;
  final JobQueue queue;
  final Recorded recorded = new Recorded();
  final Executions executions;
  private final Map<String, CompletableFuture<Handler.Call>> calls = new ConcurrentHashMap<>();

  Fixture() {
    this(new MemoryJobStore(true), settings -> settings);
  }

  Fixture(JobStore store, UnaryOperator<EngineSettings.Builder> settings) {
    this(store, new MemoryJobQueue(Clock.systemUTC()), settings);
  }

  Fixture(JobStore store, JobQueue queue, UnaryOperator<EngineSettings.Builder> settings) {
    this(store, queue, EventOutcomes.NOBODY, Clock.systemUTC(), settings);
  }

  Fixture(
      JobStore store,
      JobQueue queue,
      EventOutcomes outcomes,
      Clock clock,
      UnaryOperator<EngineSettings.Builder> settings) {
    this.store = store;
    this.queue = queue;
    var base =
        EngineSettings.builder()
            .backoff(Duration.ofMillis(20))
            .lease(Duration.ofSeconds(3))
            .grace(Duration.ofSeconds(1));
    executions =
        new Executions(
            settings.apply(base).build(),
            new ByName(),
            JsonMapper.shared(),
            store,
            queue,
            outcomes,
            clock,
            List.of(recorded));
    with("echo", _ -> Json.of("\"echoed\""));
    executions.start();
  }

  /**
   * Names a handler. A job of the store may run before its handler is named: it waits for the name.
   */
  Fixture with(String input, Handler.Call call) {
    named(input).complete(call);
    return this;
  }

  ExecutionRequest request(String input) {
    return request(input, null, null);
  }

  ExecutionRequest request(String input, @Nullable String key, @Nullable Duration waits) {
    var json = Json.of(input);
    Handler.Call call = context -> named(input).get().run(context);
    return new ExecutionRequest(json, call, Caller.ANONYMOUS, "/execute", key, waits);
  }

  Job submit(String input) {
    return executions.submit(request(input));
  }

  Job untilEnd(Job job) throws InterruptedException {
    return until(job, JobState.SUCCEEDED, JobState.FAILED, JobState.CANCELLED);
  }

  /** Waits until a job is in one of the states. */
  Job until(Job job, JobState... states) throws InterruptedException {
    long end = System.nanoTime() + LONG.toNanos();
    var now = job;
    while (!List.of(states).contains(now.state())) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Still " + now);
      }
      now = executions.await(job.id(), now.version(), Duration.ofSeconds(1)).orElseThrow();
    }
    return now;
  }

  @Override
  public void close() {
    try {
      executions.drain(Duration.ZERO);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private CompletableFuture<Handler.Call> named(String input) {
    return calls.computeIfAbsent(input, _ -> new CompletableFuture<>());
  }

  private final class ByName implements Handler {
    @Override
    public Call bind(Json input) {
      return context -> named(input.toString()).get().run(context);
    }

    @Override
    public void close() {
      // nothing
    }
  }
}
