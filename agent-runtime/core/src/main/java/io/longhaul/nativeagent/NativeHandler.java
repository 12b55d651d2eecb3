package io.longhaul.nativeagent;

import io.longhaul.agent.Agent;
import io.longhaul.agent.AgentContext;
import io.longhaul.agent.AgentSetup;
import io.longhaul.agent.PermanentFailure;
import io.longhaul.handler.Handler;
import io.longhaul.handler.Json;
import io.longhaul.json.InputBinder;
import io.longhaul.json.JsonValues;
import io.longhaul.json.Schemas;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Runs a native agent: binds its input record, calls it, writes its output. */
public final class NativeHandler implements Handler {

  private static final Logger LOG = LoggerFactory.getLogger(NativeHandler.class);

  private final AgentClass found;
  private final Agent<Object, ?> agent;
  private final InputBinder<?> binder;
  private final JsonMapper mapper;
  private final JsonValues values;

  private NativeHandler(
      AgentClass found, Agent<Object, ?> agent, InputBinder<?> binder, JsonMapper mapper) {
    this.found = found;
    this.agent = agent;
    this.binder = binder;
    this.mapper = mapper;
    this.values = new JsonValues(mapper);
  }

  /**
   * Loads the class that a manifest names, and constructs its agent.
   *
   * @param handler the class, package included
   * @param mapper from {@link io.longhaul.json.StrictJson}
   * @throws UnusableAgent if there is no such agent, or it cannot be constructed, or its input
   *     cannot be read from JSON
   */
  @SuppressWarnings("unchecked")
  public static NativeHandler load(
      String handler, ClassLoader loader, AgentSetup setup, JsonMapper mapper) {
    var found = AgentClass.find(handler, loader);
    var binder = binder(found, mapper);
    var agent = (Agent<Object, ?>) found.construct(setup);
    return new NativeHandler(found, agent, binder, mapper);
  }

  private static InputBinder<?> binder(AgentClass found, JsonMapper mapper) {
    try {
      return new InputBinder<>(mapper, found.input());
    } catch (IllegalArgumentException unusable) {
      throw new UnusableAgent(
          "The input of %s cannot be used: %s"
              .formatted(found.type().getName(), unusable.getMessage()),
          unusable);
    }
  }

  /** Made anew by every call, and costly. */
  @Override
  public Json inputSchema() {
    return Json.of(new Schemas(mapper).input(found.input()).toString());
  }

  /** Made anew by every call, and costly. */
  @Override
  public Json outputSchema() {
    return Json.of(new Schemas(mapper).output(found.output()).toString());
  }

  @Override
  public Call bind(Json input) {
    var bound = binder.bind(input);
    return context -> run(bound, context);
  }

  private Json run(Object input, AgentContext context) throws Exception {
    return written(agent.execute(input, context));
  }

  /** Trying again would do the same work for the same end. */
  private Json written(@Nullable Object output) {
    try {
      return values.toJson(output);
    } catch (IllegalArgumentException unwritable) {
      throw new PermanentFailure(
          "The agent ended, but its output cannot be written: " + unwritable.getMessage(),
          unwritable);
    }
  }

  /** Closes the agent too, if it is AutoCloseable. */
  @Override
  public void close() {
    if (agent instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception thrown) {
        LOG.warn("The agent {} did not close cleanly", agent.getClass().getName(), thrown);
      }
    }
  }
}
