package io.longhaul.lambda.instances;

import io.longhaul.handler.FunctionError;
import io.longhaul.lambda.runtimeapi.Poll;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Calls that wait for an instance, in order, and instances that wait for a call. Instances ask with
 * their own lock held, so none is called from here under this one.
 */
final class Line {

  private final Deque<Offer> offers = new ArrayDeque<>();
  private final Deque<Flight> waiting = new ArrayDeque<>();
  private @Nullable FunctionError broken;

  /** Gives the call to the first instance that is free, now or once there is one. */
  void join(Flight flight) {
    place(flight, enter(flight, false));
  }

  /** The same for a call that did not reach the instance that took it: it had its turn before. */
  void rejoin(Flight flight) {
    place(flight, enter(flight, true));
  }

  private void place(Flight flight, @Nullable Offer first) {
    var offer = first;
    while (offer != null && !offer.instance().take(offer.poll(), flight)) {
      offer = enter(flight, true);
    }
  }

  private synchronized @Nullable Offer enter(Flight flight, boolean first) {
    if (broken != null) {
      flight.fail(broken);
      return null;
    }
    var offer = offers.poll();
    if (offer == null && first) {
      waiting.addFirst(flight);
    } else if (offer == null) {
      waiting.addLast(flight);
    }
    return offer;
  }

  /** Nobody waits for the call any more. */
  synchronized void leave(Flight flight) {
    waiting.remove(flight);
  }

  /** The call that has waited longest; null if none does: then the offer stands. */
  synchronized @Nullable Flight offer(Offer offer) {
    var first = waiting.poll();
    if (first == null) {
      offers.add(offer);
    }
    return first;
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
    waiting.forEach(flight -> flight.fail(why));
    waiting.clear();
  }

  synchronized void mended() {
    broken = null;
  }
}
