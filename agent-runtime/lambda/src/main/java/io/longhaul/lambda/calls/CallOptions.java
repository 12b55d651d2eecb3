package io.longhaul.lambda.calls;

import io.longhaul.handler.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may give with a call, beside its event.
 *
 * @param trace the X-Ray header that the function is told; null, or none: a new one is made
 * @param clientContext as callers of mobile SDKs send it
 * @param sink takes an answer that comes in parts; without one it is collected
 * @param tail takes the end of what the call has logged
 */
public record CallOptions(
    @Nullable String trace,
    @Nullable Json clientContext,
    @Nullable ResponseSink sink,
    @Nullable LogTail tail) {

  /** Nothing but the event. */
  public static final CallOptions NONE = new CallOptions(null, null, null, null);
}
