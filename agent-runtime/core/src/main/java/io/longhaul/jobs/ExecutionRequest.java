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
 */
public record ExecutionRequest(
    Json input,
    Handler.Call call,
    Caller caller,
    String path,
    @Nullable String idempotencyKey,
    @Nullable Duration waits) {}
