package io.longhaul.lambda.instances;

import io.longhaul.handler.FunctionError;
import io.longhaul.handler.Json;
import io.longhaul.lambda.calls.CallOptions;
import io.longhaul.lambda.calls.ResponseSink;
import io.longhaul.lambda.runtimeapi.Invocation;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A call from its place in the line to its end. */
final class Flight {

  private static final Logger LOG = LoggerFactory.getLogger(Flight.class);

  private final BlockingQueue<Step> steps = new LinkedTransferQueue<>();
  private final Invocation invocation;
  private final CallOptions options;
  private volatile @Nullable Instance instance;
  private volatile boolean begun;

  /** Nobody waits any more: what still comes is thrown away, so that the client can end. */
  private volatile boolean abandoned;

  /** A call that no instance has taken yet. */
  Flight(Invocation invocation, CallOptions options) {
    this.invocation = invocation;
    this.options = options;
  }

  private sealed interface Step {
    record Began(String contentType) implements Step {}

    record Part(Json bytes, Runnable taken) implements Step {}

    record Succeeded(Json output) implements Step {}

    record Failed(FunctionError error) implements Step {}
  }

  Invocation invocation() {
    return invocation;
  }

  CallOptions options() {
    return options;
  }

  String requestId() {
    return invocation.requestId();
  }

  boolean wantsParts() {
    return options.sink() != null;
  }

  /** The instance that took it last; null if it has waited in the line all the time. */
  @Nullable Instance instance() {
    return instance;
  }

  /** An instance takes it; false if nobody waits for it any more. */
  synchronized boolean isTakenBy(Instance taker) {
    if (!abandoned) {
      instance = taker;
    }
    return !abandoned;
  }

  /** Nobody waits any more; from now on no instance takes it. */
  private synchronized void abandon() {
    abandoned = true;
  }

  /** Whether a part of its answer may have come. */
  boolean begun() {
    return begun;
  }

  void begin(String contentType) {
    begun = true;
    steps.add(new Step.Began(contentType));
  }

  /** Hands on a part; {@code taken} runs once it is written, or thrown away. */
  void part(Json bytes, Runnable taken) {
    steps.add(new Step.Part(bytes, taken));
    if (abandoned) {
      discard();
    }
  }

  private void discard() {
    for (var step = steps.poll(); step != null; step = steps.poll()) {
      if (step instanceof Step.Part(var _, var taken)) {
        taken.run();
      }
    }
  }

  /** Ends it with what the function answered, which need not be JSON. */
  void succeed(Json output) {
    steps.add(new Step.Succeeded(output));
  }

  void fail(FunctionError error) {
    steps.add(new Step.Failed(error));
  }

  /** Waits for the end; what comes in parts is written to the sink meanwhile. */
  Json await() throws FunctionError, InterruptedException {
    try {
      return awaitEnd();
    } catch (InterruptedException e) {
      abandon();
      discard();
      throw e;
    }
  }

  private Json awaitEnd() throws FunctionError, InterruptedException {
    var open = options.sink();
    while (true) {
      switch (steps.take()) {
        case Step.Succeeded(var output) -> {
          return output;
        }
        case Step.Failed(var error) -> throw error;
        case Step.Began(var contentType) -> open = written(open, out -> out.begin(contentType));
        case Step.Part(var bytes, var taken) -> {
          open = written(open, out -> out.write(bytes.utf8()));
          taken.run();
        }
      }
    }
  }

  @FunctionalInterface
  private interface Writing {
    void to(ResponseSink sink) throws IOException;
  }

  /** As on Lambda, a function whose caller has gone runs on. */
  private static @Nullable ResponseSink written(@Nullable ResponseSink sink, Writing writing) {
    if (sink == null) {
      return null;
    }
    try {
      writing.to(sink);
      return sink;
    } catch (IOException | RuntimeException e) {
      LOG.debug("The rest of an answer is thrown away: {}", e.toString());
      return null;
    }
  }
}
