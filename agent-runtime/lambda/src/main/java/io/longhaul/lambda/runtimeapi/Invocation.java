package io.longhaul.lambda.runtimeapi;

import io.longhaul.handler.Json;
import org.jspecify.annotations.Nullable;

/**
 * One call as a runtime client gets it.
 *
 * @param deadlineMillis milliseconds since 1970
 * @param traceId an X-Ray header, which SDKs fail without
 * @param clientContext JSON on one line; null: some clients die of an empty one
 */
public record Invocation(
    String requestId,
    long deadlineMillis,
    String functionArn,
    String traceId,
    @Nullable Json clientContext,
    Json event) {}
