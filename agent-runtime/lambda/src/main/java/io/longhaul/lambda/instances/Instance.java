package io.longhaul.lambda.instances;

import io.longhaul.handler.FunctionError;
import io.longhaul.handler.Json;
import io.longhaul.lambda.runtimeapi.Invocation;
import io.longhaul.lambda.runtimeapi.Poll;
import io.longhaul.lambda.runtimeapi.Report;
import io.longhaul.lambda.runtimeapi.RuntimeListener;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One process of a handler, from its start to its end, and the calls it has. */
final class Instance implements RuntimeListener {

  private final int concurrency;
  private final Line line;
  private final Errors errors;
  private final Outputs outputs;
  private final Map<String, Flight> flights = new HashMap<>();
  private final Deque<Poll> polls = new ArrayDeque<>();
  private final CountDownLatch ready = new CountDownLatch(1);
  private final CountDownLatch dead = new CountDownLatch(1);
  private String latest = "";
  private int offered;
  private boolean answered;
  private boolean over;
  private @Nullable FunctionError initError;

  /**
   * An instance whose process does not run yet.
   *
   * @param concurrency calls at a time, however many polls the client sends
   */
  Instance(int concurrency, Line line, Errors errors, Outputs outputs) {
    this.concurrency = concurrency;
    this.line = line;
    this.errors = errors;
    this.outputs = outputs;
  }

  @Override
  public synchronized void next(Poll poll) {
    if (concurrency == 1) {
      // a client that asks again has forgotten the call it had
      failAll("Runtime.NoResponse", "The function asked for its next call before it answered");
    }
    polls.add(poll);
    ready.countDown();
    offer();
  }

  private void offer() {
    while (!over && !polls.isEmpty() && flights.size() + offered < concurrency) {
      offered++;
      line.offer(new Offer(this, polls.remove()));
    }
  }

  /** Gives a call to a client that asked for it; null if the process is gone. */
  synchronized @Nullable Flight begin(Poll poll, Invocation invocation) {
    offered--;
    if (over) {
      return null;
    }
    var flight = new Flight(this);
    flights.put(invocation.requestId(), flight);
    latest = invocation.requestId();
    poll.give(invocation);
    return flight;
  }

  @Override
  public boolean response(String requestId, byte @Nullable [] output) {
    var flight = land(requestId);
    if (flight == null) {
      return false;
    }
    if (output == null) {
      flight.fail(
          errors.of(
              "Function.ResponseSizeTooLarge",
              "The function answered more than http.max-body of its manifest allows"));
    } else {
      flight.succeed(outputs.json(output));
    }
    return true;
  }

  @Override
  public boolean error(String requestId, Report report) {
    var flight = land(requestId);
    if (flight == null) {
      return false;
    }
    flight.fail(errors.reported(report));
    return true;
  }

  private synchronized @Nullable Flight land(String requestId) {
    var flight = flights.remove(requestId);
    if (flight != null) {
      answered = true;
      offer();
    }
    return flight;
  }

  /**
   * Nobody waits for a call any more. Unless it has ended meanwhile, the process takes no further
   * one, so that ending it ends this call alone.
   *
   * @return whether the process has to be ended
   */
  synchronized boolean abandon(Flight flight) {
    if (concurrency > 1 || !flights.containsValue(flight)) {
      return false;
    }
    over = true;
    return true;
  }

  @Override
  public synchronized void initError(Report report) {
    initError = errors.reported(report);
  }

  /**
   * Whose lines those are that the process prints: the latest call's, also when it has ended, since
   * a pipe lags. Empty before the first call, and where calls run side by side.
   */
  synchronized String requestId() {
    return concurrency == 1 ? latest : "";
  }

  /** Whether it ended any call by itself. */
  synchronized boolean answered() {
    return answered;
  }

  synchronized int flights() {
    return flights.size();
  }

  synchronized @Nullable FunctionError initError() {
    return initError;
  }

  /** Whether its client has ever asked for a call. */
  boolean wasReady() {
    return ready.getCount() == 0;
  }

  boolean awaitReady(long seconds) throws InterruptedException {
    return ready.await(seconds, TimeUnit.SECONDS);
  }

  /** Its process has ended: every call it has fails with what Lambda would say. */
  synchronized void ended(int code) {
    over = true;
    flights.forEach((id, flight) -> flight.fail(errors.exited(id, code)));
    flights.clear();
    polls.clear();
    dead.countDown();
  }

  void awaitEnd() throws InterruptedException {
    dead.await();
  }

  private void failAll(String type, String message) {
    flights.values().forEach(flight -> flight.fail(errors.of(type, message)));
    flights.clear();
  }

  /** Makes JSON of what a handler answered. */
  @FunctionalInterface
  interface Outputs {
    /** Never fails: what is no JSON becomes a JSON string. */
    Json json(byte[] output);
  }
}
