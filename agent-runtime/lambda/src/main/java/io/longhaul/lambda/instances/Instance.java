package io.longhaul.lambda.instances;

import io.longhaul.handler.FunctionError;
import io.longhaul.handler.Json;
import io.longhaul.lambda.runtimeapi.Poll;
import io.longhaul.lambda.runtimeapi.Report;
import io.longhaul.lambda.runtimeapi.RuntimeListener;
import io.longhaul.lambda.runtimeapi.Upload;
import io.longhaul.lambda.runtimeapi.Valve;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One process of a handler, from its start to its end, and the calls it has. */
final class Instance implements RuntimeListener {

  /** How telemetry calls the end of a call that the function did not bring about. */
  private static final String FAILURE = "failure";

  private final Crew crew;
  private final Observer observer;
  private final Map<String, Flight> flights = new HashMap<>();
  private final Deque<Poll> polls = new ArrayDeque<>();
  private final CountDownLatch ready = new CountDownLatch(1);
  private final CountDownLatch dead = new CountDownLatch(1);
  private Instant idleSince;
  private int offered;
  private boolean answered;
  private boolean settling;
  private boolean over;
  private @Nullable Runnable retirement;
  private @Nullable FunctionError initError;

  /** An instance whose process does not run yet. */
  Instance(Crew crew) {
    this.crew = crew;
    this.observer = crew.observer(this::offer);
    this.idleSince = crew.clock().instant();
  }

  /** What it prints, and who watches it. */
  Observer observer() {
    return observer;
  }

  @Override
  public synchronized void next(Poll poll) {
    if (crew.concurrency() == 1) {
      forget();
    }
    polls.add(poll);
    if (!wasReady()) {
      idleSince = crew.clock().instant();
    }
    ready.countDown();
    offer();
  }

  /** Asks for calls for the clients that wait. */
  private synchronized void offer() {
    while (isFree() && !polls.isEmpty() && flights.size() + offered < crew.concurrency()) {
      var poll = polls.element();
      var flight = crew.line().offer(new Offer(this, poll));
      if (flight == null) {
        polls.remove();
        offered++;
      } else if (flight.isTakenBy(this)) {
        polls.remove();
        begin(poll, flight);
      }
    }
  }

  private boolean isFree() {
    return !over && !settling && retirement == null && observer.idle();
  }

  /** Takes a call for a client that waits in the line; false if the process takes none any more. */
  synchronized boolean take(Poll poll, Flight flight) {
    offered--;
    if (over || retirement != null) {
      return false;
    }
    if (flight.isTakenBy(this)) {
      begin(poll, flight);
    } else {
      polls.addFirst(poll);
      offer();
    }
    return true;
  }

  private void begin(Poll poll, Flight flight) {
    var invocation = flight.invocation();
    flights.put(invocation.requestId(), flight);
    observer.began(invocation, crew.concurrency() == 1, flight.options().tail());
    poll.give(invocation, () -> lost(flight));
  }

  /** The client went away between its question and the answer: another one gets the call. */
  private void lost(Flight flight) {
    if (land(flight, FAILURE, 0)) {
      observer.settled(); // it cannot have printed anything
      resume();
      crew.line().rejoin(flight);
    }
  }

  @Override
  public synchronized void left(Poll poll) {
    if (!polls.remove(poll) && crew.line().withdraw(poll)) {
      offered--;
      offer();
    }
  }

  @Override
  public boolean response(String requestId, byte @Nullable [] output) {
    var flight = flight(requestId);
    if (flight == null || !land(flight, output == null ? "error" : "success", length(output))) {
      return false;
    }
    if (output == null) {
      flight.fail(
          crew.errors()
              .of(
                  "Function.ResponseSizeTooLarge",
                  "The function answered more than http.max-body of its manifest allows"));
    } else {
      flight.succeed(Json.of(output));
    }
    return true;
  }

  private static long length(byte @Nullable [] output) {
    return output == null ? 0 : output.length;
  }

  @Override
  public @Nullable Upload stream(String requestId, String contentType, Valve valve) {
    var flight = flight(requestId);
    if (flight == null || !flight.wantsParts()) {
      return null;
    }
    if (flight.begun()) {
      return new SecondAnswer();
    }
    flight.begin(contentType);
    return new StreamedAnswer(this, flight, crew.errors(), valve);
  }

  @Override
  public boolean error(String requestId, Report report) {
    var flight = flight(requestId);
    if (flight == null || !land(flight, "error", report.body().utf8().length)) {
      return false;
    }
    flight.fail(crew.errors().reported(report));
    return true;
  }

  private synchronized @Nullable Flight flight(String requestId) {
    return flights.get(requestId);
  }

  /**
   * Takes note that a call has ended; false if it had ended before.
   *
   * @param status as telemetry calls it
   * @param bytes of its answer
   */
  synchronized boolean land(Flight flight, String status, long bytes) {
    if (!flights.remove(flight.requestId(), flight)) {
      return false;
    }
    answered |= !status.equals(FAILURE); // one that was lost says nothing for the process
    idleSince = crew.clock().instant();
    settling = observer.ended(flight.requestId(), status, bytes);
    leaveIfRetired();
    offer();
    return true;
  }

  /** Reads what the last call printed to its end; the next one may print then. */
  void settle() {
    observer.settle();
    resume();
  }

  private synchronized void resume() {
    settling = false;
    offer();
  }

  /**
   * Nobody waits for a call any more. Unless it has ended meanwhile, the process takes no further
   * one, so that ending it ends this call alone.
   *
   * @return whether the process has to be ended
   */
  synchronized boolean abandon(Flight flight) {
    if (crew.concurrency() > 1 || !flights.containsValue(flight)) {
      return false;
    }
    leave();
    return true;
  }

  private void leave() {
    over = true;
    crew.line().withdraw(this);
  }

  /** Takes no further call; when it has none any more, it is ended by {@code end}, once. */
  synchronized void retire(Runnable end) {
    if (retirement == null && !over) {
      retirement = end;
      leaveIfRetired();
    }
  }

  private void leaveIfRetired() {
    if (retirement != null && flights.isEmpty() && !over) {
      leave();
      Thread.startVirtualThread(retirement);
    }
  }

  /** A worker that a client forked and that is gone is not replaced by the client. */
  @Override
  public synchronized void gone(String requestId) {
    var flight = flights.get(requestId);
    if (crew.forks() && crew.concurrency() > 1 && flight != null && land(flight, FAILURE, 0)) {
      flight.fail(
          crew.errors()
              .of(
                  "Runtime.ExitError",
                  "RequestId: " + requestId + " Error: The function's worker ended in mid-call"));
      crew.worn().accept(this);
    }
  }

  @Override
  public synchronized boolean initError(Report report) {
    if (wasReady() || initError != null) {
      return false;
    }
    initError = crew.errors().reported(report);
    return true;
  }

  /** Whether it ended any call by itself. */
  synchronized boolean answered() {
    return answered;
  }

  synchronized int flights() {
    return flights.size();
  }

  /** Since when it has nothing to do; null while it has, or is not ready. */
  synchronized @Nullable Instant idleSince() {
    return flights.isEmpty() && wasReady() ? idleSince : null;
  }

  /**
   * Since when it waits for extensions that are not done with the last call, or have never asked
   * for an event; null while it does not.
   */
  synchronized @Nullable Instant heldUpSince() {
    return flights.isEmpty() && wasReady() && !over && !observer.idle() ? idleSince : null;
  }

  synchronized @Nullable FunctionError initError() {
    return initError;
  }

  /** Whether its client has ever asked for a call. */
  boolean wasReady() {
    return ready.getCount() == 0;
  }

  boolean awaitReady(Duration longest) throws InterruptedException {
    return ready.await(longest.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** It cannot go on: every call it has fails so, and it takes no further one. */
  synchronized void failed(FunctionError error) {
    leave();
    flights.values().forEach(flight -> flight.fail(error));
    flights.clear();
  }

  /** Its process has ended: every call it has fails with what Lambda would say. */
  synchronized void ended(int code) {
    leave();
    flights.forEach((id, flight) -> {
      var _ = observer.ended(id, FAILURE, 0);
      flight.fail(crew.errors().exited(id, code));
    });
    flights.clear();
    polls.clear();
    dead.countDown();
  }

  void awaitEnd() throws InterruptedException {
    dead.await();
  }

  /** A client that asks for its next call has forgotten the one it had. */
  private void forget() {
    flights.forEach((id, flight) -> {
      var _ = observer.ended(id, "error", 0);
      flight.fail(
          flight.begun()
              ? crew.errors().truncated(id)
              : crew.errors()
                  .of(
                      "Runtime.NoResponse",
                      "The function asked for its next call before it answered"));
    });
    flights.clear();
  }
}
