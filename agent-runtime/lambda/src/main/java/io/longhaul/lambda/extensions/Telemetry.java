package io.longhaul.lambda.extensions;

import io.longhaul.handler.Json;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one instance does and prints, for those who have subscribed (Lambda's Telemetry API, schema
 * 2022-12-13). Costs nothing while nobody has.
 */
public final class Telemetry implements AutoCloseable {

  /** What happened before anybody could subscribe is kept for those who do. */
  private static final int EARLY = 100;

  private final About about;
  private final JsonMapper mapper;
  private final Clock clock;
  private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
  private @Nullable List<TelemetryEvent> early;

  /** Nobody has subscribed. */
  public Telemetry(About about, JsonMapper mapper, Clock clock) {
    this.about = about;
    this.mapper = mapper;
    this.clock = clock;
  }

  /** Keeps what happens from now on for those who subscribe before the first call. */
  public synchronized void begin() {
    early = new ArrayList<>();
    var record = mapper.createObjectNode();
    record.put("initializationType", "on-demand").put("phase", "init");
    record.put("functionName", about.functionName()).put("functionVersion", About.VERSION);
    platform("initStart", record);
  }

  /**
   * Adds a subscriber.
   *
   * @return what is wrong with the request; null if nothing is
   */
  @Nullable String subscribe(String name, Json request) {
    Subscription subscription;
    try {
      subscription = Subscription.read(mapper, mapper.readTree(request.utf8()));
    } catch (IllegalArgumentException | JacksonException e) {
      return e.getMessage();
    }
    synchronized (this) {
      subscriptions.add(subscription);
      if (early != null) {
        early.forEach(subscription::offer);
      }
    }
    var record = mapper.createObjectNode().put("name", name).put("state", "Subscribed");
    record.set("types", mapper.valueToTree(subscription.types()));
    platform("telemetrySubscription", record);
    return null;
  }

  void extension(String name, Collection<String> events) {
    var record = mapper.createObjectNode().put("name", name).put("state", "Ready");
    record.set("events", mapper.valueToTree(events));
    platform("extension", record);
  }

  /** The function's client has asked for its first call. */
  public void ready(long millis) {
    if (silent()) {
      return;
    }
    var done = mapper.createObjectNode();
    done.put("initializationType", "on-demand").put("phase", "init").put("status", "success");
    platform("initRuntimeDone", done);
    var report = mapper.createObjectNode();
    report.put("initializationType", "on-demand").put("phase", "init");
    report.putObject("metrics").put("durationMs", (double) millis);
    platform("initReport", report);
  }

  /** A call begins. */
  public void start(String requestId, String traceId) {
    synchronized (this) {
      early = null;
    }
    if (silent()) {
      return;
    }
    var record = mapper.createObjectNode().put("requestId", requestId);
    record.put("version", About.VERSION);
    tracing(record, traceId);
    platform("start", record);
  }

  /**
   * A call has ended.
   *
   * @param status success, error, failure or timeout
   */
  public void end(String requestId, String traceId, String status, double millis, long bytes) {
    if (silent()) {
      return;
    }
    var done = mapper.createObjectNode().put("requestId", requestId).put("status", status);
    done.putObject("metrics").put("durationMs", millis).put("producedBytes", bytes);
    tracing(done, traceId);
    platform("runtimeDone", done);
    var report = mapper.createObjectNode().put("requestId", requestId).put("status", status);
    report
        .putObject("metrics")
        .put("durationMs", millis)
        .put("billedDurationMs", (long) Math.ceil(millis))
        .put("memorySizeMB", about.memory());
    tracing(report, traceId);
    platform("report", report);
  }

  private static void tracing(ObjectNode record, String traceId) {
    record.putObject("tracing").put("type", "X-Amzn-Trace-Id").put("value", traceId);
  }

  /**
   * A line was printed.
   *
   * @param by function or extension
   */
  public void printed(String by, String line) {
    if (!silent()) {
      emit(by, mapper.getNodeFactory().stringNode(line + "\n"));
    }
  }

  private boolean silent() {
    synchronized (this) {
      return subscriptions.isEmpty() && early == null;
    }
  }

  private void platform(String type, JsonNode record) {
    emit("platform." + type, record);
  }

  private void emit(String type, JsonNode content) {
    var event = new TelemetryEvent(clock.instant(), type, content);
    synchronized (this) {
      if (early != null && early.size() < EARLY) {
        early.add(event);
      }
    }
    subscriptions.forEach(subscription -> subscription.offer(event));
  }

  /** Sends what is left. */
  @Override
  public void close() {
    subscriptions.forEach(Subscription::close);
  }
}
