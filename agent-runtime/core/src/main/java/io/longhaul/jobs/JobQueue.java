package io.longhaul.jobs;

import java.time.Duration;
import java.util.List;

/**
 * Makes workers look at jobs. Delivers at least once, in about the order of sending; knows nothing
 * of what a job is, so a lost or doubled ticket harms nobody.
 *
 * <p>Every call but {@code receive} is short; every call may throw {@link Refused.StoreAway}. Safe
 * for concurrent use.
 */
public interface JobQueue extends AutoCloseable {

  /**
   * The longest delay of {@link #send}; a ticket for later is hidden again when it is met early.
   */
  Duration LONGEST_DELAY = Duration.ofMinutes(15);

  /** The longest time for {@link #hide}. */
  Duration LONGEST_HIDING = Duration.ofHours(11);

  /**
   * Sends a ticket.
   *
   * @param delay until it can be received; longer than {@link #LONGEST_DELAY} is cut to it
   */
  void send(ExecutionId id, Duration delay);

  /**
   * Takes tickets and hides them from everyone else.
   *
   * @param max from 1; fewer may come
   * @param hidden how long they stay hidden unless deleted or hidden again
   * @param wait how long to wait for the first one
   */
  List<Ticket> receive(int max, Duration hidden, Duration wait) throws InterruptedException;

  /**
   * Hides a received ticket for this long from now on; zero makes it visible. Longer than {@link
   * #LONGEST_HIDING} is cut to it. Does nothing if the ticket is gone.
   */
  void hide(Ticket ticket, Duration time);

  /** Deletes a received ticket. Does nothing if it is gone. */
  void delete(Ticket ticket);

  /** How much work there is; may be approximate. */
  QueueDepth depth();

  @Override
  void close();
}
