package io.longhaul.lambda.invokeapi;

import io.longhaul.handler.Json;
import io.longhaul.jobs.Caller;
import io.longhaul.jobs.Refused;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes one execution of a call and its retries. SDKs give up on a connection after 30 or 60
 * seconds and send the call again, so a slow function would run once for each retry. An answer is
 * kept for a little while, because a call may end between two tries. Who joins a call gets its log
 * too, if the first try has asked for one: a log is collected while a call runs, or not at all.
 */
final class RetriedCalls {

  private static final long KEPT_NANOS = Duration.ofMinutes(1).toNanos();
  private static final long MOST_BYTES = 16L << 20;

  /** Keys, futures and the entries of maps, roughly. */
  private static final int OVERHEAD = 512;

  private final LongSupplier ticker;
  private final Map<Key, Call> calls = new ConcurrentHashMap<>();
  private final Queue<Ended> ended = new ArrayDeque<>();
  private long endedBytes;

  RetriedCalls(LongSupplier ticker) {
    this.ticker = ticker;
  }

  /** Runs a call. */
  @FunctionalInterface
  interface Work {
    Answered run() throws InterruptedException;
  }

  private record Key(Caller caller, String invocation) {}

  private record Call(Json input, CompletableFuture<Answered> answer) {}

  private record Ended(Key key, Call call, long at, long bytes) {}

  /** Runs the call, or answers what an earlier try of it is answered. */
  Answered answer(InvokeCall call, Work work) throws InterruptedException {
    return answer(call.exchange().caller(), call.id(), call.input(), work);
  }

  Answered answer(Caller caller, @Nullable String invocation, Json input, Work work)
      throws InterruptedException {
    if (invocation == null) {
      return work.run();
    }
    forget();
    var key = new Key(caller, invocation);
    var call = new Call(input, new CompletableFuture<>());
    Call earlier = calls.putIfAbsent(key, call);
    if (earlier == null) {
      return run(key, call, work);
    }
    // an id that was used for something else is no retry
    return earlier.input.equals(input) ? await(earlier) : work.run();
  }

  private Answered run(Key key, Call call, Work work) throws InterruptedException {
    try {
      Answered answered = work.run();
      keep(key, call, answered);
      call.answer.complete(answered);
      return answered;
    } catch (Throwable refused) {
      calls.remove(key); // before anybody is told, so that the next try runs
      call.answer.completeExceptionally(refused);
      throw refused;
    }
  }

  private static Answered await(Call call) throws InterruptedException {
    try {
      return call.answer.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case Refused refused -> throw refused;
        case InterruptedException interrupted -> throw interrupted;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  private synchronized void keep(Key key, Call call, Answered answered) {
    long bytes = OVERHEAD + (long) call.input.utf8().length + answered.size();
    ended.add(new Ended(key, call, ticker.getAsLong(), bytes));
    endedBytes += bytes;
    forget();
  }

  private synchronized void forget() {
    Ended oldest = ended.peek();
    while (oldest != null
        && (endedBytes > MOST_BYTES || ticker.getAsLong() - oldest.at > KEPT_NANOS)) {
      ended.remove();
      endedBytes -= oldest.bytes;
      calls.remove(oldest.key, oldest.call);
      oldest = ended.peek();
    }
  }
}
