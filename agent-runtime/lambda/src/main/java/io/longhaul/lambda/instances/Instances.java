package io.longhaul.lambda.instances;

import io.longhaul.handler.FunctionError;
import io.longhaul.handler.Json;
import io.longhaul.handler.MalformedInput;
import io.longhaul.json.JsonText;
import io.longhaul.lambda.runtimeapi.Invocation;
import io.longhaul.lambda.runtimeapi.RuntimeServer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The instances of an agent, all the time as many as its manifest says. */
public final class Instances implements AutoCloseable {

  /** More overflows the number of milliseconds that Java's and Node's clients count with. */
  private static final Duration LONGEST = Duration.ofDays(24);

  private final Blueprint blueprint;
  private final Clock clock;
  private final JsonMapper mapper;
  private final JsonText text;
  private final Line line = new Line();
  private final RuntimeServer server;
  private final List<Supervisor> supervisors = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final Roster roster;
  private final int count;

  /**
   * Starts them; does not wait until they are ready.
   *
   * @param concurrency calls at a time in each
   * @param maxOutput bytes that a call may answer
   */
  public Instances(
      Blueprint blueprint,
      int count,
      int concurrency,
      int maxOutput,
      Clock clock,
      JsonMapper mapper) {
    this.blueprint = blueprint;
    this.count = count;
    this.clock = clock;
    this.mapper = mapper;
    this.text = new JsonText(mapper);
    this.server = new RuntimeServer(maxOutput);
    var errors = new Errors(mapper);
    this.roster = new Roster(line, () -> new Instance(concurrency, line, errors, this::json));
    var spawner = new Spawner();
    var isolation = Bubblewrap.orNone();
    for (int number = 1; number <= count; number++) {
      var supervisor =
          new Supervisor(number, blueprint, server, spawner, isolation, roster, errors);
      supervisors.add(supervisor);
      threads.add(Thread.ofVirtual().name("longhaul-instance-" + number).start(supervisor));
    }
  }

  /**
   * Runs a call on the first instance that is free, in the order in which calls came. An interrupt
   * ends the call's process before this method, unless other calls can run in it.
   *
   * @param deadline what the handler is told
   * @throws FunctionError what the handler, or Lambda in its place, would report
   */
  public Json call(String requestId, Instant deadline, Json event)
      throws FunctionError, InterruptedException {
    while (true) {
      var flight = line.take().take(invocation(requestId, deadline, event));
      if (flight != null) {
        return await(flight);
      }
    }
  }

  private Json await(Flight flight) throws FunctionError, InterruptedException {
    try {
      return flight.await();
    } catch (InterruptedException e) {
      if (flight.instance().abandon(flight)) {
        for (var supervisor : supervisors) {
          supervisor.stop(flight.instance());
        }
      }
      throw e;
    }
  }

  private Invocation invocation(String requestId, Instant deadline, Json event) {
    var latest = clock.instant().plus(LONGEST);
    var told = deadline.isBefore(latest) ? deadline : latest;
    return new Invocation(
        requestId, told.toEpochMilli(), blueprint.arn(), TraceIds.next(clock.instant()), event);
  }

  /** A bootstrap may answer anything; callers of the envelope get JSON all the same. */
  private Json json(byte[] output) {
    var json = Json.of(output);
    try {
      text.requireJson(json);
      return json;
    } catch (MalformedInput _) {
      return output.length == 0
          ? Json.of("null")
          : Json.of(mapper.writeValueAsBytes(new String(output, StandardCharsets.UTF_8)));
    }
  }

  /**
   * Returns if a call could be taken.
   *
   * @throws IllegalStateException saying why no instance is ready
   */
  public void requireReady() {
    if (roster.ready() == 0) {
      var why = roster.last();
      throw new IllegalStateException(
          "none of %d instances is ready%s"
              .formatted(count, why == null ? "" : ": " + why.summary()));
    }
  }

  /** Calls that run now. */
  int flights() {
    return supervisors.stream().mapToInt(Supervisor::flights).sum();
  }

  /** Ends all processes, and waits until they are dead. */
  @Override
  public void close() {
    var closing =
        supervisors.stream()
            .map(supervisor -> Thread.ofVirtual().start(supervisor::close))
            .toList();
    try {
      for (var thread : closing) {
        thread.join();
      }
      for (var thread : threads) {
        thread.interrupt();
        thread.join();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      server.close();
    }
  }
}
