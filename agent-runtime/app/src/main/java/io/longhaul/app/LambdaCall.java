package io.longhaul.app;

import com.amazonaws.services.lambda.runtime.Context;
import io.longhaul.agent.AgentContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One call on Lambda, as its agent sees it. Lambda keeps no record of a call: every attempt is the
 * first, progress goes to the log, and checkpoints last as long as the call.
 */
final class LambdaCall implements AgentContext, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LambdaCall.class);

  /** Agents may tell their progress as often as they like; a log is paid by the line. */
  private static final Duration QUIET = Duration.ofSeconds(10);

  private final String id;
  private final Instant deadline;
  private final Clock clock;
  private final JsonMapper mapper;
  private final Thread thread = Thread.currentThread();
  private @Nullable Future<?> warning;
  private Instant told = Instant.MIN;
  private volatile byte @Nullable [] checkpoint;
  private volatile boolean cancelled;
  private boolean over;

  private LambdaCall(String id, Instant deadline, Clock clock, JsonMapper mapper) {
    this.id = id;
    this.deadline = deadline;
    this.clock = clock;
    this.mapper = mapper;
  }

  static LambdaCall begin(LambdaParts parts, Context lambda) {
    var remaining = Duration.ofMillis(lambda.getRemainingTimeInMillis());
    var call =
        new LambdaCall(
            lambda.getAwsRequestId(),
            parts.clock().instant().plus(remaining),
            parts.clock(),
            parts.mapper());
    call.warning = parts.deadlines().beforeEnd(remaining, call::cancel);
    return call;
  }

  private synchronized void cancel() {
    if (!over) {
      cancelled = true;
      thread.interrupt();
    }
  }

  /** An interrupt meant for this call must not hit the next one on its thread. */
  @Override
  public synchronized void close() {
    over = true;
    if (warning != null) {
      warning.cancel(false);
    }
    var _ = Thread.interrupted();
  }

  /** The request's id, which is Lambda's own and no UUIDv7. */
  @Override
  public String executionId() {
    return id;
  }

  /** Lambda does not say which one it is. */
  @Override
  public int attempt() {
    return 1;
  }

  /** When Lambda kills the process. */
  @Override
  public Instant deadline() {
    return deadline;
  }

  @Override
  public void progress(double fraction, String message) {
    Instant now = clock.instant();
    synchronized (this) {
      if (now.isBefore(told.plus(QUIET))) {
        return;
      }
      told = now;
    }
    LOG.atInfo().addKeyValue("progress", fraction).log("progress: {}", message);
  }

  @Override
  public void checkpoint(Object value) {
    checkpoint = mapper.writeValueAsBytes(value);
  }

  @Override
  public <T> Optional<T> lastCheckpoint(Class<T> type) {
    return Optional.ofNullable(checkpoint).map(last -> read(last, type));
  }

  private <T> T read(byte[] last, Class<T> type) {
    try {
      return mapper.readValue(last, type);
    } catch (JacksonException e) {
      throw new IllegalStateException(
          "The last checkpoint of request " + id + " does not fit " + type.getName(), e);
    }
  }

  /** True once a tenth of the time is left, at most a second; the thread is interrupted too. */
  @Override
  public boolean cancelled() {
    return cancelled;
  }

  /** Lambda tells functions nothing of its stopping. */
  @Override
  public boolean draining() {
    return false;
  }
}
