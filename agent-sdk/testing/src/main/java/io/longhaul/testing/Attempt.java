package io.longhaul.testing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One attempt of an agent at one input. Every method that needs the end waits for it. Safe for
 * concurrent use.
 *
 * @param <O> the agent's output
 */
public final class Attempt<O> {

  private final TestContext context;
  private final Duration patience;
  private final Function<StopPoint, Attempt<O>> next;
  private final CompletableFuture<End<O>> end = new CompletableFuture<>();

  Attempt(TestContext context, Duration patience, Function<StopPoint, Attempt<O>> next) {
    this.context = context;
    this.patience = patience;
    this.next = next;
  }

  private record End<O>(
      @Nullable O output, @Nullable JsonNode json, @Nullable Throwable failure, Outcome outcome) {}

  void succeeded(@Nullable O output, JsonNode json) {
    var outcome = context.stopped() == Stop.KILL ? Outcome.KILLED : Outcome.SUCCEEDED;
    end.complete(new End<>(output, json, null, outcome));
  }

  void failed(Throwable thrown) {
    var outcome =
        switch (context.stopped()) {
          case null -> Outcome.FAILED;
          case CANCEL -> Outcome.CANCELLED;
          case DRAIN -> Outcome.HANDED_BACK;
          case KILL -> Outcome.KILLED;
        };
    end.complete(new End<>(null, null, thrown, outcome));
  }

  /**
   * Waits for the end.
   *
   * @throws AssertionError if it does not come within the tester's patience
   */
  public Attempt<O> await() {
    end();
    return this;
  }

  /** Waits until the attempt has stored so many checkpoints, or fails the test. */
  public Attempt<O> awaitCheckpoints(int n) {
    int stored = context.awaitCheckpoints(n, patience);
    if (stored < n) {
      throw new AssertionError(
          "%d checkpoints, not %d; the attempt %s"
              .formatted(stored, n, end.isDone() ? "ended: " + end() : "still runs"));
    }
    return this;
  }

  /** Cancels, and waits for the end. */
  public Attempt<O> cancel() {
    context.stop(Stop.CANCEL);
    return await();
  }

  /** Tells the agent that its service is stopping, and waits for the end. */
  public Attempt<O> drain() {
    context.stop(Stop.DRAIN);
    return await();
  }

  /** Ends the attempt as a lost worker does, and waits for the end. */
  public Attempt<O> kill() {
    context.stop(Stop.KILL);
    return await();
  }

  /** How it ended. */
  public Outcome outcome() {
    return end().outcome();
  }

  /**
   * What the agent returned.
   *
   * @throws AssertionError if it returned nothing, with what it threw as cause
   */
  public O output() {
    var reached = end();
    var output = reached.output();
    if (output == null || reached.outcome() != Outcome.SUCCEEDED) {
      throw new AssertionError(
          "no output, the attempt was " + reached.outcome(), reached.failure());
    }
    return output;
  }

  /** The output as callers see it: snake_case JSON. */
  public String outputJson() {
    output();
    return String.valueOf(end().json());
  }

  /**
   * What the agent threw.
   *
   * @throws AssertionError if it threw nothing
   */
  public Throwable failure() {
    var reached = end();
    if (reached.failure() == null) {
      throw new AssertionError("nothing was thrown; the output is " + reached.output());
    }
    return reached.failure();
  }

  /** Everything that this attempt told about its progress, in order. */
  public List<Progress> progress() {
    return context.progress();
  }

  /** The checkpoints that this attempt stored, in order. */
  public <T> List<T> checkpoints(Class<T> type) {
    return context.checkpoints(type);
  }

  /** The last checkpoint of this attempt or one before it. */
  public <T> Optional<T> lastCheckpoint(Class<T> type) {
    return context.stored(type);
  }

  /** The next attempt on the same input, with the last checkpoint and a new agent, to the end. */
  public Attempt<O> resume() {
    return resume(StopPoint.NEVER);
  }

  /** The next attempt, until it ends or is stopped. */
  public Attempt<O> resume(StopPoint stop) {
    await();
    return next.apply(stop).await();
  }

  private End<O> end() {
    try {
      return end.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw new AssertionError(
          "the agent has not ended within %s; stopped by: %s"
              .formatted(patience, context.stopped()));
    } catch (ExecutionException | InterruptedException impossible) {
      throw new AssertionError("the wait for the agent was broken off", impossible);
    }
  }
}
