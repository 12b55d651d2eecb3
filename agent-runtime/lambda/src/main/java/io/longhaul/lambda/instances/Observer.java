package io.longhaul.lambda.instances;

import io.longhaul.lambda.calls.LogTail;
import io.longhaul.lambda.extensions.About;
import io.longhaul.lambda.extensions.Extensions;
import io.longhaul.lambda.extensions.Telemetry;
import io.longhaul.lambda.runtimeapi.Invocation;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Follows what one instance does, for its log, its extensions and callers who want the log. */
final class Observer implements AutoCloseable {

  private record Call(String traceId, long began, @Nullable CallLog log) {}

  private final About about;
  private final JsonMapper mapper;
  private final Telemetry telemetry;
  private final Extensions extensions;
  private final Output output;
  private final Map<String, Call> calls = new ConcurrentHashMap<>();
  private volatile String latest = "";
  private volatile @Nullable CallLog log;

  /**
   * Nothing has happened yet.
   *
   * @param idle runs when an extension is done with a call
   */
  Observer(About about, JsonMapper mapper, Clock clock, Runnable idle) {
    this.about = about;
    this.mapper = mapper;
    this.telemetry = new Telemetry(about, mapper, clock);
    this.extensions = new Extensions(about, mapper, telemetry, idle);
    this.output = new Output(mapper, "execution_id", () -> latest, this::printed);
  }

  Output output() {
    return output;
  }

  /** What an extension prints. */
  Output extensionOutput(String name) {
    return new Output(
        mapper, "extension", () -> name, line -> telemetry.printed("extension", line));
  }

  Extensions extensions() {
    return extensions;
  }

  Telemetry telemetry() {
    return telemetry;
  }

  /** Whether all extensions are done with the last call. */
  boolean idle() {
    return extensions.idle();
  }

  /**
   * A call is given to the process.
   *
   * @param alone whether all lines printed from now on are its own
   */
  void began(Invocation invocation, boolean alone, @Nullable LogTail tail) {
    var id = invocation.requestId();
    // lines lag in their pipe, so those that come after a call's end are taken for its own
    latest = alone ? id : "";
    // lines of calls side by side cannot be told apart
    log = tail == null || !alone ? null : new CallLog(id, about.memory(), tail);
    calls.put(id, new Call(invocation.traceId(), System.nanoTime(), log));
    telemetry.start(id, invocation.traceId());
    extensions.invoke(invocation);
  }

  private void printed(String line) {
    var open = log;
    if (open != null) {
      open.add(line);
    }
    telemetry.printed("function", line);
  }

  /**
   * A call has ended.
   *
   * @return whether its lines should be read to the end before the next one begins
   */
  boolean ended(String id, String status, long bytes) {
    var call = calls.remove(id);
    if (call == null) {
      return false;
    }
    double millis = (System.nanoTime() - call.began()) / 1e6;
    telemetry.end(id, call.traceId(), status, millis, bytes);
    if (call.log() != null) {
      call.log().ended(millis);
    }
    return call.log() != null;
  }

  /** Waits until what the process has printed is read, and hands the log to who asked for it. */
  void settle() {
    output.awaitQuiet();
    settled();
  }

  /** All that the call printed has been read. */
  void settled() {
    var open = log;
    if (open != null) {
      open.close();
      log = null;
    }
  }

  @Override
  public void close() {
    telemetry.close();
  }
}
