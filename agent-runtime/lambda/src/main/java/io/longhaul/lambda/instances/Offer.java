package io.longhaul.lambda.instances;

import io.longhaul.lambda.calls.CallOptions;
import io.longhaul.lambda.runtimeapi.Invocation;
import io.longhaul.lambda.runtimeapi.Poll;
import org.jspecify.annotations.Nullable;

/** An instance that asked for its next call. */
record Offer(Instance instance, Poll poll) {

  /** Starts the call; null if the instance is gone. */
  @Nullable Flight take(Invocation invocation, CallOptions options) {
    return instance.begin(poll, invocation, options);
  }
}
