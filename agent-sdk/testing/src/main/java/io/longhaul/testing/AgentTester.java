package io.longhaul.testing;

import io.longhaul.agent.Agent;
import io.longhaul.agent.AgentSetup;
import io.longhaul.agent.Client;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;

/**
 * Runs an agent as the service would, without the service. Inputs, outputs and checkpoints go
 * through JSON, so what does not serialise fails in the test. An attempt that {@linkplain
 * Attempt#resume() resumes} gets a new agent object, as on another worker.
 *
 * <pre>{@code
 * var tester = AgentTester.of(Counter.class).config("STEP", "2");
 * var first = tester.run(new Count(10), Stop.DRAIN.afterCheckpoint(3));
 * assertThat(first.lastCheckpoint(Reached.class)).contains(new Reached(6));
 * var second = first.resume();
 * assertThat(second.output()).isEqualTo(new Counted(10));
 * assertThat(second.progress()).extracting(Progress::fraction).containsExactly(0.8, 1.0);
 * }</pre>
 *
 * <p>Not safe for concurrent use; the attempts that it starts are.
 *
 * @param <I> the agent's input
 * @param <O> the agent's output
 */
public final class AgentTester<I, O> {

  private final Function<AgentSetup, Agent<I, O>> factory;
  private final TestSetup setup = new TestSetup();
  private final Wire wire = new Wire();
  private Duration deadline = Duration.ofHours(24);
  private Duration patience = Duration.ofSeconds(30);
  private int started;

  private AgentTester(Function<AgentSetup, Agent<I, O>> factory) {
    this.factory = factory;
  }

  /** Constructs the agent as the service does, by its public constructor. */
  public static <I, O> AgentTester<I, O> of(Class<? extends Agent<I, O>> type) {
    return new AgentTester<>(setup -> Construction.construct(type, setup));
  }

  /** Constructs the agent as the test likes, {@code MyAgent::new} for instance. */
  public static <I, O> AgentTester<I, O> of(Function<AgentSetup, Agent<I, O>> factory) {
    return new AgentTester<>(factory);
  }

  /** Sets a value of the agent's configuration, by its key in the manifest. */
  public AgentTester<I, O> config(String key, String value) {
    setup.values.put(key, value);
    return this;
  }

  /** Takes the place of a client; clients not named here run each call once, at once. */
  public AgentTester<I, O> client(String name, Client client) {
    setup.clients.put(name, client);
    return this;
  }

  /** The environment's name, {@code test} unless set. */
  public AgentTester<I, O> environment(String name) {
    setup.environment = name;
    return this;
  }

  /** The agent's clock; a {@link TestClock} of the tester's own unless set. */
  public AgentTester<I, O> clock(Clock clock) {
    setup.clock = clock;
    return this;
  }

  /** How far the deadline lies ahead when an attempt starts; 24 hours unless set. */
  public AgentTester<I, O> deadline(Duration fromStart) {
    this.deadline = fromStart;
    return this;
  }

  /** How long to wait, in real time, before a wait fails the test; 30 s unless set. */
  public AgentTester<I, O> patience(Duration real) {
    this.patience = real;
    return this;
  }

  /** What the agent measured so far. */
  public RecordingMeters meters() {
    return setup.meters;
  }

  /** Runs to the end. */
  public Attempt<O> run(I input) {
    return run(input, StopPoint.NEVER);
  }

  /** Runs until it ends or is stopped. */
  public Attempt<O> run(I input, StopPoint stop) {
    return start(input, stop).await();
  }

  /** Runs to the end on an input as a caller sends it: snake_case JSON. */
  public Attempt<O> runJson(String json) {
    return runJson(json, StopPoint.NEVER);
  }

  /** Runs on an input as a caller sends it, until it ends or is stopped. */
  public Attempt<O> runJson(String json, StopPoint stop) {
    var agent = factory.apply(setup);
    return attempt(received(wire.parse(json), inputType(agent)), stop).start(agent).await();
  }

  /** Starts and returns at once; the test stops it on demand. */
  public Attempt<O> start(I input) {
    return start(input, StopPoint.NEVER);
  }

  private Attempt<O> start(I input, StopPoint stop) {
    var received = received(wire.write(input), wire.type(input.getClass()));
    return attempt(received, stop).start(factory.apply(setup));
  }

  @SuppressWarnings("unchecked")
  private I received(JsonNode json, JavaType type) {
    return (I) wire.bind(json, type);
  }

  private Launch<I, O> attempt(I input, StopPoint stop) {
    var id = "01980000-0000-7000-8000-%012d".formatted(++started);
    return new Launch<>(factory, setup, wire, input, id, deadline, patience, stop);
  }

  private JavaType inputType(Agent<I, O> agent) {
    var types = wire.type(agent.getClass()).findTypeParameters(Agent.class);
    if (types.length == 0 || types[0].getRawClass() == Object.class) {
      throw new IllegalArgumentException(
          "the input's type is not known from "
              + agent.getClass().getName()
              + ": pass a record to run(), or let a class implement Agent<Input, Output>");
    }
    return types[0];
  }
}
