package io.longhaul.lambda.extensions;

import io.longhaul.handler.Json;
import io.longhaul.lambda.runtimeapi.ExtensionListener;
import io.longhaul.lambda.runtimeapi.ExtensionReply;
import io.longhaul.lambda.runtimeapi.Invocation;
import io.longhaul.lambda.runtimeapi.Report;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The extensions of one instance. They learn of every call and of the instance's end; an instance
 * takes its next call when all of them are done with the last one.
 */
public final class Extensions implements ExtensionListener {

  private static final Logger LOG = LoggerFactory.getLogger(Extensions.class);

  private static final long MOMENT_MILLIS = 100;

  private final About about;
  private final JsonMapper mapper;
  private final Telemetry telemetry;
  private final Runnable idle;
  private volatile Consumer<String> broken = _ -> {};
  private final Map<String, Extension> extensions = new LinkedHashMap<>();
  private final Refusals refusals;

  /**
   * None is registered yet.
   *
   * @param idle runs when an extension has asked for its next event
   */
  public Extensions(About about, JsonMapper mapper, Telemetry telemetry, Runnable idle) {
    this.about = about;
    this.mapper = mapper;
    this.telemetry = telemetry;
    this.idle = idle;
    this.refusals = new Refusals(mapper);
  }

  @Override
  public synchronized ExtensionReply register(String name, Json wanted) {
    if (name.isEmpty()) {
      return refusals.of("InvalidExtensionName", "The header Lambda-Extension-Name is missing");
    }
    if (isRegistered(name)) {
      return refusals.of("AlreadyRegistered", name + " is registered already");
    }
    var events = Wanted.read(mapper, wanted);
    if (events == null) {
      return refusals.of(
          "InvalidEventType", "The body must be {\"events\": […]} of INVOKE and SHUTDOWN");
    }
    var identifier = UUID.randomUUID().toString();
    extensions.put(identifier, new Extension(name, events));
    telemetry.extension(name, events);
    notifyAll();
    var body = mapper.createObjectNode();
    body.put("functionName", about.functionName());
    body.put("functionVersion", About.VERSION);
    body.put("handler", about.handler());
    return new ExtensionReply(
        200,
        Map.of("Lambda-Extension-Identifier", identifier),
        Json.of(mapper.writeValueAsBytes(body)));
  }

  private boolean isRegistered(String name) {
    return extensions.values().stream().anyMatch(extension -> extension.name().equals(name));
  }

  @Override
  public void next(String identifier, Consumer<ExtensionReply> poll) {
    synchronized (this) {
      var extension = extensions.get(identifier);
      if (extension == null) {
        poll.accept(refusals.unknown(identifier));
        return;
      }
      extension.poll(poll);
    }
    idle.run();
  }

  /** Tells the instance without the lock: an instance asks with its own held. */
  @Override
  public ExtensionReply failed(String identifier, String phase, Report report) {
    var extension = find(identifier);
    if (extension == null) {
      return refusals.unknown(identifier);
    }
    LOG.error(
        "Extension {}: {} error {} {}", extension.name(), phase, report.errorType(), report.body());
    broken.accept(
        "the extension %s reports an %s error: %s"
            .formatted(extension.name(), phase, report.errorType()));
    return refusals.accepted();
  }

  private synchronized @Nullable Extension find(String identifier) {
    return extensions.get(identifier);
  }

  @Override
  public synchronized ExtensionReply subscribe(String identifier, Json subscription) {
    var extension = extensions.get(identifier);
    if (extension == null) {
      return refusals.unknown(identifier);
    }
    var refused = telemetry.subscribe(extension.name(), subscription);
    return refused == null
        ? ExtensionReply.of(200, Json.of("\"OK\""))
        : refusals.of("ValidationError", refused);
  }

  /**
   * What is to be done when one reports that it cannot start, or go on.
   *
   * @param action gets the reason
   */
  public void onBroken(Consumer<String> action) {
    broken = action;
  }

  /** The names of those that are not done with the last call. */
  public synchronized List<String> busy() {
    return extensions.values().stream()
        .filter(extension -> !extension.idle())
        .map(Extension::name)
        .toList();
  }

  /** Whether all are done with the last call. */
  public synchronized boolean idle() {
    return extensions.values().stream().allMatch(Extension::idle);
  }

  /** Tells those who want to know that a call begins. */
  public synchronized void invoke(Invocation invocation) {
    if (extensions.isEmpty()) {
      return;
    }
    var event = mapper.createObjectNode();
    event.put("eventType", Wanted.INVOKE);
    event.put("deadlineMs", invocation.deadlineMillis());
    event.put("requestId", invocation.requestId());
    event.put("invokedFunctionArn", invocation.functionArn());
    event.putObject("tracing").put("type", "X-Amzn-Trace-Id").put("value", invocation.traceId());
    tell(Wanted.INVOKE, event);
  }

  /**
   * Tells those who want to know that the instance ends.
   *
   * @param reason SPINDOWN, TIMEOUT or FAILURE
   * @param deadline when it is killed
   */
  public synchronized void shutdown(String reason, Instant deadline) {
    var event = mapper.createObjectNode();
    event.put("eventType", Wanted.SHUTDOWN);
    event.put("shutdownReason", reason);
    event.put("deadlineMs", deadline.toEpochMilli());
    tell(Wanted.SHUTDOWN, event);
  }

  private void tell(String type, JsonNode event) {
    var reply =
        new ExtensionReply(
            200,
            Map.of("Lambda-Extension-Event-Identifier", UUID.randomUUID().toString()),
            Json.of(mapper.writeValueAsBytes(event)));
    extensions.values().forEach(extension -> extension.tell(type, reply));
  }

  /**
   * Waits until some are registered.
   *
   * @param enough whether nobody wants to wait any longer; asked every moment
   * @return the names of those who are not, after the time
   */
  public synchronized Collection<String> awaitRegistered(
      Collection<String> names, long millis, BooleanSupplier enough) throws InterruptedException {
    long end = System.nanoTime() + millis * 1_000_000;
    while (!missing(names).isEmpty() && !enough.getAsBoolean()) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        break;
      }
      wait(Math.min(left, MOMENT_MILLIS));
    }
    return missing(names);
  }

  private Collection<String> missing(Collection<String> names) {
    return names.stream().filter(name -> !isRegistered(name)).collect(Collectors.toSet());
  }

  /** Reads what a registration wants. */
  private static final class Wanted {

    static final String INVOKE = "INVOKE";
    static final String SHUTDOWN = "SHUTDOWN";

    /** Null: it cannot be read. */
    static @Nullable Collection<String> read(JsonMapper mapper, Json body) {
      try {
        var events =
            mapper
                .readTree(body.utf8())
                .path("events")
                .valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
        return events.stream().allMatch(e -> e.equals(INVOKE) || e.equals(SHUTDOWN))
            ? events
            : null;
      } catch (JacksonException _) {
        return null;
      }
    }
  }
}
