package io.longhaul.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tickets in the memory of one process, in the order in which they become visible. Forgets
 * everything when the process ends: with an exclusive store that is no loss, since the engine
 * announces every unfinished job when it starts.
 */
public final class MemoryJobQueue implements JobQueue {

  private final Clock clock;
  private final LongSupplier ticker;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final LinkedHashSet<Entry> visible = new LinkedHashSet<>();
  private final TreeSet<Entry> hidden =
      new TreeSet<>(
          Comparator.<Entry>comparingLong(entry -> entry.due)
              .thenComparingLong(entry -> entry.number));
  private final Map<String, Entry> received = new HashMap<>();
  private long sent;
  private long inFlight;

  /** A queue in real time. */
  public MemoryJobQueue(Clock clock) {
    this(clock, System::nanoTime);
  }

  /**
   * A queue whose delays are measured by a ticker.
   *
   * @param ticker nanoseconds that only grow
   */
  public MemoryJobQueue(Clock clock, LongSupplier ticker) {
    this.clock = clock;
    this.ticker = ticker;
  }

  @Override
  public void send(ExecutionId id, Duration delay) {
    lock.lock();
    try {
      place(new Entry(id, clock.millis(), sent++), cut(delay, LONGEST_DELAY));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<Ticket> receive(int max, Duration hiding, Duration wait) throws InterruptedException {
    long end = ticker.getAsLong() + wait.toNanos();
    lock.lockInterruptibly();
    try {
      while (true) {
        long now = surface();
        if (!visible.isEmpty()) {
          return take(max, hiding);
        }
        long left = end - now;
        if (left <= 0) {
          return List.of();
        }
        var _ =
            changed.awaitNanos(hidden.isEmpty() ? left : Math.min(left, hidden.first().due - now));
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void hide(Ticket ticket, Duration time) {
    lock.lock();
    try {
      var entry = received.get(ticket.handle());
      if (entry != null) {
        lift(entry);
        entry.inFlight = true;
        inFlight++;
        place(entry, cut(time, LONGEST_HIDING));
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void delete(Ticket ticket) {
    lock.lock();
    try {
      var entry = received.remove(ticket.handle());
      if (entry != null) {
        lift(entry);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public QueueDepth depth() {
    lock.lock();
    try {
      surface();
      return new QueueDepth(visible.size(), inFlight, hidden.size() - inFlight);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    // Nothing is held but memory.
  }

  private List<Ticket> take(int max, Duration hiding) {
    var tickets = new ArrayList<Ticket>();
    while (tickets.size() < max && !visible.isEmpty()) {
      var entry = visible.removeFirst();
      entry.inFlight = true;
      inFlight++;
      var ticket = entry.ticket();
      received.put(ticket.handle(), entry);
      tickets.add(ticket);
      place(entry, cut(hiding, LONGEST_HIDING));
    }
    return tickets;
  }

  private void place(Entry entry, Duration delay) {
    if (delay.isPositive()) {
      entry.due = ticker.getAsLong() + delay.toNanos();
      hidden.add(entry);
    } else {
      surface(entry);
    }
    changed.signal();
  }

  private void lift(Entry entry) {
    visible.remove(entry);
    hidden.remove(entry);
    if (entry.inFlight) {
      entry.inFlight = false;
      inFlight--;
    }
  }

  /** Makes visible what is due; answers the time. */
  private long surface() {
    long now = ticker.getAsLong();
    while (!hidden.isEmpty() && hidden.first().due - now <= 0) {
      surface(hidden.removeFirst());
    }
    return now;
  }

  private void surface(Entry entry) {
    if (entry.inFlight) {
      entry.inFlight = false;
      inFlight--;
    }
    visible.add(entry);
  }

  private static Duration cut(Duration time, Duration longest) {
    return time.compareTo(longest) > 0 ? longest : time;
  }

  private static final class Entry {
    final ExecutionId id;
    final long sentAt;
    final long number;
    long due;
    boolean inFlight;
    private @Nullable Ticket ticket;

    Entry(ExecutionId id, long sentAt, long number) {
      this.id = id;
      this.sentAt = sentAt;
      this.number = number;
    }

    Ticket ticket() {
      if (ticket == null) {
        ticket = new Ticket(id, Long.toString(number), Instant.ofEpochMilli(sentAt));
      }
      return ticket;
    }
  }
}
