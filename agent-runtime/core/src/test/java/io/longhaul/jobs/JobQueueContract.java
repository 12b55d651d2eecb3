package io.longhaul.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every job queue keeps to. Times are whole seconds, as SQS counts them. */
public abstract class JobQueueContract {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final SampleJobs jobs = new SampleJobs();
  private JobQueue queue;

  /** An empty queue. */
  protected abstract JobQueue open() throws Exception;

  @BeforeEach
  final void openQueue() throws Exception {
    queue = open();
  }

  @AfterEach
  final void closeQueue() {
    queue.close();
  }

  private ExecutionId sent(Duration delay) {
    var id = jobs.queued().id();
    queue.send(id, delay);
    return id;
  }

  private Ticket received(Duration hidden) throws InterruptedException {
    var tickets = queue.receive(1, hidden, PATIENCE);
    assertThat(tickets).hasSize(1);
    return tickets.getFirst();
  }

  @Nested
  final class Receiving {

    @Test
    void receiveWhenSentBringsTheTicket() throws Exception {
      var id = sent(Duration.ZERO);
      assertThat(received(LONG).id()).isEqualTo(id);
    }

    @Test
    void receiveWhenEmptyReturnsAfterTheWait() throws Exception {
      assertThat(queue.receive(1, LONG, SECOND)).isEmpty();
    }

    @Test
    void receiveWhenDelayedBringsItLater() throws Exception {
      var id = sent(Duration.ofSeconds(2));
      assertThat(queue.receive(1, LONG, Duration.ZERO)).isEmpty();
      assertThat(received(LONG).id()).isEqualTo(id);
    }

    @Test
    void receiveWhenManyBringsEachNoMoreThanAskedFor() throws Exception {
      var ids = new HashSet<ExecutionId>();
      IntStream.range(0, 7).forEach(_ -> ids.add(sent(Duration.ZERO)));
      Set<ExecutionId> seen = new HashSet<>();
      while (seen.size() < 7) {
        List<Ticket> tickets = queue.receive(3, LONG, PATIENCE);
        assertThat(tickets).hasSizeBetween(1, 3);
        tickets.forEach(ticket -> seen.add(ticket.id()));
      }
      assertThat(seen).isEqualTo(ids);
    }

    @Test
    void receiveWhenAnIdWasSentTwiceBringsBoth() throws Exception {
      var id = sent(Duration.ZERO);
      queue.send(id, Duration.ZERO);
      assertThat(received(LONG).id()).isEqualTo(id);
      assertThat(received(LONG).id()).isEqualTo(id);
    }
  }

  @Nested
  final class Hiding {

    @Test
    void receiveWhenTheHidingEndsBringsItAgain() throws Exception {
      var id = sent(Duration.ZERO);
      var _ = received(SECOND);
      assertThat(queue.receive(1, LONG, Duration.ZERO)).isEmpty();
      assertThat(received(LONG).id()).isEqualTo(id);
    }

    @Test
    void hideWhenLongerKeepsItHidden() throws Exception {
      sent(Duration.ZERO);
      queue.hide(received(SECOND), LONG);
      assertThat(queue.receive(1, LONG, Duration.ofSeconds(2))).isEmpty();
    }

    @Test
    void hideWhenZeroMakesItVisible() throws Exception {
      var id = sent(Duration.ZERO);
      queue.hide(received(LONG), Duration.ZERO);
      assertThat(received(LONG).id()).isEqualTo(id);
    }

    @Test
    void deleteWhenReceivedRemovesIt() throws Exception {
      sent(Duration.ZERO);
      queue.delete(received(SECOND));
      assertThat(queue.receive(1, LONG, Duration.ofSeconds(2))).isEmpty();
    }

    @Test
    void hideAndDeleteWhenGoneDoNothing() throws Exception {
      sent(Duration.ZERO);
      var ticket = received(LONG);
      queue.delete(ticket);
      queue.delete(ticket);
      queue.hide(ticket, Duration.ZERO);
      assertThat(queue.receive(1, LONG, SECOND)).isEmpty();
    }
  }

  @Nested
  final class Depth {

    @Test
    void depthWhenInEveryConditionCountsEach() throws Exception {
      sent(Duration.ZERO);
      sent(Duration.ZERO);
      sent(LONG);
      var _ = received(LONG);
      assertThat(queue.depth()).isEqualTo(new QueueDepth(1, 1, 1));
    }

    @Test
    void depthWhenVisibleAgainOrDeletedFollows() throws Exception {
      sent(Duration.ZERO);
      queue.hide(received(LONG), Duration.ZERO);
      assertThat(queue.depth()).isEqualTo(new QueueDepth(1, 0, 0));
      queue.delete(received(LONG));
      assertThat(queue.depth()).isEqualTo(new QueueDepth(0, 0, 0));
    }
  }
}
