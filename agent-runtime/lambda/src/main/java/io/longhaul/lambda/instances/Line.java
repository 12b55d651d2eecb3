package io.longhaul.lambda.instances;

import io.longhaul.handler.FunctionError;
import io.longhaul.lambda.runtimeapi.Poll;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Calls that wait for an instance, in order, and instances that wait for a call. */
final class Line {

  private final Deque<Offer> offers = new ArrayDeque<>();
  private final Deque<CompletableFuture<Offer>> waiting = new ArrayDeque<>();
  private @Nullable FunctionError broken;

  /**
   * Waits for an instance.
   *
   * @throws FunctionError if there is none, and none can be started
   */
  Offer take() throws FunctionError, InterruptedException {
    var place = join();
    try {
      return place.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof FunctionError error) {
        throw error;
      }
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      leave(place);
      throw e;
    }
  }

  private synchronized CompletableFuture<Offer> join() throws FunctionError {
    if (broken != null) {
      throw broken;
    }
    var offer = offers.poll();
    if (offer != null) {
      return CompletableFuture.completedFuture(offer);
    }
    var place = new CompletableFuture<Offer>();
    waiting.add(place);
    return place;
  }

  @SuppressWarnings("UndefinedEquals") // futures are equal to themselves, which is meant
  private synchronized void leave(CompletableFuture<Offer> place) {
    if (!waiting.remove(place) && !place.isCompletedExceptionally()) {
      offer(place.join()); // it came too late
    }
  }

  synchronized void offer(Offer offer) {
    var first = waiting.poll();
    if (first == null) {
      offers.add(offer);
    } else {
      first.complete(offer);
    }
  }

  /** An instance takes no call any more. */
  synchronized void withdraw(Instance instance) {
    offers.removeIf(offer -> offer.instance() == instance);
  }

  /** A client has gone that waited for a call; false if it has been given one. */
  synchronized boolean withdraw(Poll poll) {
    return offers.removeIf(offer -> offer.poll().equals(poll));
  }

  /** Refuses those who wait, and all who come, until {@link #mended()}. */
  synchronized void broken(FunctionError why) {
    broken = why;
    waiting.forEach(place -> place.completeExceptionally(why));
    waiting.clear();
  }

  synchronized void mended() {
    broken = null;
  }
}
