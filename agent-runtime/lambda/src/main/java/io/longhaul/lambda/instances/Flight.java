package io.longhaul.lambda.instances;

import io.longhaul.handler.FunctionError;
import io.longhaul.handler.Json;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A call that an instance has taken and not answered yet. */
final class Flight {

  private final CompletableFuture<Json> end = new CompletableFuture<>();
  private final Instance instance;

  Flight(Instance instance) {
    this.instance = instance;
  }

  Instance instance() {
    return instance;
  }

  void succeed(Json output) {
    end.complete(output);
  }

  void fail(FunctionError error) {
    end.completeExceptionally(error);
  }

  Json await() throws FunctionError, InterruptedException {
    try {
      return end.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof FunctionError error) {
        throw error;
      }
      throw new IllegalStateException(e);
    }
  }
}
