package io.longhaul.lambda.instances;

import io.longhaul.handler.FunctionError;
import io.longhaul.handler.Json;
import io.longhaul.handler.MalformedInput;
import io.longhaul.json.JsonText;
import io.longhaul.lambda.calls.CallOptions;
import io.longhaul.lambda.calls.TraceIds;
import io.longhaul.lambda.extensions.About;
import io.longhaul.lambda.runtimeapi.Invocation;
import io.longhaul.lambda.runtimeapi.RuntimeServer;
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
  private final Recycling recycling;

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
    this(blueprint, count, concurrency, maxOutput, clock, mapper, Bubblewrap.orNone());
  }

  Instances(
      Blueprint blueprint,
      int count,
      int concurrency,
      int maxOutput,
      Clock clock,
      JsonMapper mapper,
      Isolation isolation) {
    this.blueprint = blueprint;
    this.clock = clock;
    this.mapper = mapper;
    this.text = new JsonText(mapper);
    this.server = new RuntimeServer(maxOutput);
    var errors = new Errors(mapper);
    var about = new About(blueprint.functionName(), blueprint.handler(), blueprint.memory());
    var crew =
        new Crew(
            about,
            concurrency,
            blueprint.language().forks(),
            line,
            errors,
            clock,
            mapper,
            this::replace);
    this.roster = new Roster(line, () -> new Instance(crew));
    var shop = new Workshop(blueprint, server, new Spawner(), isolation, errors, clock);
    for (int number = 1; number <= count; number++) {
      supervisors.add(new Supervisor(number, shop, roster));
    }
    this.recycling = new Recycling(supervisors, clock);
    supervisors.forEach(
        supervisor -> threads.add(Thread.ofVirtual().name("longhaul-instance").start(supervisor)));
  }

  private void replace(Instance worn) {
    supervisors.forEach(supervisor -> supervisor.retire(worn));
  }

  /**
   * Runs a call on the first instance that is free, in the order in which calls came. An interrupt
   * ends the call's process before this method, unless other calls can run in it.
   *
   * @param deadline what the handler is told
   * @return the output; {@code null} as JSON if it went to the sink of the options
   * @throws FunctionError what the handler, or Lambda in its place, would report
   */
  public Json call(String requestId, Instant deadline, Json event, CallOptions options)
      throws FunctionError, InterruptedException {
    var flight = new Flight(invocation(requestId, deadline, event, options), options);
    line.join(flight);
    try {
      return json(await(flight));
    } finally {
      var instance = flight.instance();
      if (options.tail() != null && instance != null) {
        instance.settle();
      }
    }
  }

  private Json await(Flight flight) throws FunctionError, InterruptedException {
    try {
      return flight.await();
    } catch (InterruptedException e) {
      line.leave(flight);
      var instance = flight.instance();
      if (instance != null && instance.abandon(flight)) {
        for (var supervisor : supervisors) {
          supervisor.stop(instance);
        }
      }
      throw e;
    }
  }

  private Invocation invocation(
      String requestId, Instant deadline, Json event, CallOptions options) {
    var latest = clock.instant().plus(LONGEST);
    var told = deadline.isBefore(latest) ? deadline : latest;
    return new Invocation(
        requestId,
        told.toEpochMilli(),
        blueprint.arn(),
        TraceIds.of(options.trace(), clock.instant()),
        options.clientContext(),
        event);
  }

  /** A bootstrap may answer anything; callers of the envelope get JSON all the same. */
  private Json json(Json output) {
    try {
      text.requireJson(output);
      return output;
    } catch (MalformedInput _) {
      return output.utf8().length == 0
          ? Json.of("null")
          : Json.of(mapper.writeValueAsBytes(output.toString()));
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
              .formatted(supervisors.size(), why == null ? "" : ": " + why.summary()));
    }
  }

  /** The environment has changed: every instance is replaced, after the calls that it has. */
  public void recycle() {
    recycling.all();
  }

  Recycling recycling() {
    return recycling;
  }

  /** How many could take a call, or take one now. */
  int ready() {
    return roster.ready();
  }

  /** Calls that run now. */
  int flights() {
    return supervisors.stream().mapToInt(Supervisor::flights).sum();
  }

  /** Ends all processes, and waits until they are dead. */
  @Override
  public void close() {
    recycling.close();
    var closing =
        supervisors.stream()
            .map(supervisor -> Thread.ofVirtual().start(supervisor::close))
            .toList();
    try {
      for (var thread : closing) {
        thread.join();
      }
      for (var thread : threads) {
        thread.join();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      server.close();
    }
  }
}
