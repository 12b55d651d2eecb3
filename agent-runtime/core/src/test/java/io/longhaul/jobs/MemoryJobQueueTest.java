package io.longhaul.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MemoryJobQueueTest extends JobQueueContract {

  @Override
  protected JobQueue open() {
    return new MemoryJobQueue(Clock.systemUTC());
  }

  @Test
  void receiveWhenManyWaitKeepsTheirOrder() throws Exception {
    var jobs = new SampleJobs();
    var ids = IntStream.range(0, 50).mapToObj(_ -> jobs.queued().id()).toList();
    try (var queue = open()) {
      ids.forEach(id -> queue.send(id, Duration.ZERO));
      var tickets = queue.receive(50, Duration.ofMinutes(1), Duration.ZERO);
      assertThat(tickets).extracting(Ticket::id).containsExactlyElementsOf(ids);
    }
  }
}
