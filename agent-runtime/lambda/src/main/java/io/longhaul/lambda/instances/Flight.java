package io.longhaul.lambda.instances;

import io.longhaul.handler.FunctionError;
import io.longhaul.handler.Json;
import io.longhaul.lambda.calls.ResponseSink;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A call that an instance has taken and not answered yet. */
final class Flight {

  private static final Logger LOG = LoggerFactory.getLogger(Flight.class);

  private final BlockingQueue<Step> steps = new LinkedBlockingQueue<>();
  private final Instance instance;
  private final String requestId;
  private final @Nullable ResponseSink sink;
  private volatile boolean begun;

  /** Nobody waits any more: what still comes is thrown away, so that the client can end. */
  private volatile boolean abandoned;

  /**
   * A call that has just begun.
   *
   * @param sink null: its answer is wanted whole
   */
  Flight(Instance instance, String requestId, @Nullable ResponseSink sink) {
    this.instance = instance;
    this.requestId = requestId;
    this.sink = sink;
  }

  private sealed interface Step {
    record Began(String contentType) implements Step {}

    record Part(Json bytes, Runnable taken) implements Step {}

    record Succeeded(Json output) implements Step {}

    record Failed(FunctionError error) implements Step {}

    record Lost() implements Step {}
  }

  Instance instance() {
    return instance;
  }

  String requestId() {
    return requestId;
  }

  boolean wantsParts() {
    return sink != null;
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

  /** The client was gone before it could read the call. */
  void lose() {
    steps.add(new Step.Lost());
  }

  /**
   * Waits for the end; what comes in parts is written to the sink meanwhile.
   *
   * @return null: the call did not reach its client, and can be given to another one
   */
  @Nullable Json await() throws FunctionError, InterruptedException {
    try {
      return awaitEnd();
    } catch (InterruptedException e) {
      abandoned = true;
      discard();
      throw e;
    }
  }

  private @Nullable Json awaitEnd() throws FunctionError, InterruptedException {
    var open = sink;
    while (true) {
      switch (steps.take()) {
        case Step.Succeeded(var output) -> {
          return output;
        }
        case Step.Failed(var error) -> throw error;
        case Step.Lost() -> {
          return null;
        }
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
