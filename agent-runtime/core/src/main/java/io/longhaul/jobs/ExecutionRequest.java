package io.longhaul.jobs;

import io.longhaul.handler.Handler;
import io.longhaul.handler.Json;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One call for an execution.
 *
 * @param input the body as it came
 * @param call the same, bound: what fails to bind is never accepted
 * @param caller who asks
 * @param path the path as sent: part of the idempotency comparison
 * @param idempotencyKey the caller's key, if it sent one
 * @param waits how long a synchronous call waits before it becomes a job; null = until the end
 * @param event whether it is an Event invocation, if it is submitted: one whose age is limited and
 *     whose end is told to a destination
 */
public record ExecutionRequest(
    Json input,
    Handler.Call call,
    Caller caller,
    String path,
    @Nullable String idempotencyKey,
    @Nullable Duration waits,
    boolean event) {

  /** A call that is no Event invocation. */
  public ExecutionRequest(
      Json input,
      Handler.Call call,
      Caller caller,
      String path,
      @Nullable String idempotencyKey,
      @Nullable Duration waits) {
    this(input, call, caller, path, idempotencyKey, waits, false);
  }

  /** The same as an Event invocation. */
  public ExecutionRequest asEvent() {
    return new ExecutionRequest(input, call, caller, path, idempotencyKey, waits, true);
  }
}
