package io.longhaul.logs;

import io.longhaul.handler.FunctionError;
import io.longhaul.jobs.Execution;
import io.longhaul.jobs.ExecutionListener;
import io.longhaul.jobs.Failure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** A line for each execution that did not go well; what goes well is counted, not told. */
public final class ExecutionLog implements ExecutionListener {

  private static final Logger LOG = LoggerFactory.getLogger("io.longhaul.executions");

  @Override
  public void started(Execution execution) {
    if (LOG.isDebugEnabled()) {
      of(LOG.atDebug(), execution).log("execution started");
    }
  }

  @Override
  public void succeeded(Execution execution) {
    if (LOG.isDebugEnabled()) {
      of(LOG.atDebug(), execution).log("execution succeeded");
    }
  }

  @Override
  public void failed(Execution execution, Failure failure, @Nullable Throwable cause) {
    // A caller's mistake is answered to the caller: it must wake nobody, and needs no stack trace.
    boolean callers = failure.type().equals(Failure.INVALID_INPUT);
    of(callers ? LOG.atInfo() : LOG.atError(), execution)
        .setCause(callers ? null : trace(cause))
        .log("execution failed: {}: {}", failure.type(), failure.message());
  }

  @Override
  public void retried(
      Execution execution, Failure failure, @Nullable Throwable cause, Instant due) {
    of(LOG.atWarn(), execution)
        .setCause(trace(cause))
        .log(
            "attempt failed, next one not before {}: {}: {}",
            due,
            failure.type(),
            failure.message());
  }

  @Override
  public void cancelled(Execution execution) {
    of(LOG.atInfo(), execution).log("execution cancelled");
  }

  @Override
  public void leaseLost(Execution execution) {
    of(LOG.atWarn(), execution).log("lease lost: another worker runs the job, or will");
  }

  @Override
  public void handedBack(Execution execution) {
    of(LOG.atInfo(), execution).log("job handed back: it goes on with the next worker");
  }

  private static LoggingEventBuilder of(LoggingEventBuilder line, Execution execution) {
    return line.addKeyValue("execution_id", execution.id())
        .addKeyValue("attempt", execution.attempt());
  }

  /** A Lambda function has printed its own trace, and ours would show this house's plumbing. */
  private static @Nullable Throwable trace(@Nullable Throwable cause) {
    return cause instanceof FunctionError ? null : cause;
  }
}
