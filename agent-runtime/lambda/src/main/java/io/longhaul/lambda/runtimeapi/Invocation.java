package io.longhaul.lambda.runtimeapi;

import io.longhaul.handler.Json;

/**
 * One call as a runtime client gets it.
 *
 * @param deadlineMillis milliseconds since 1970
 * @param traceId an X-Ray header, which SDKs fail without
 */
public record Invocation(
    String requestId, long deadlineMillis, String functionArn, String traceId, Json event) {}
