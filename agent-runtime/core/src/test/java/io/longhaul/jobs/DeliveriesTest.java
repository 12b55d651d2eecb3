package io.longhaul.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.handler.Json;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DeliveriesTest {

  private final SampleJobs jobs = new SampleJobs();
  private final MemoryJobStore store = new MemoryJobStore(false);
  private final MemoryJobQueue queue = new MemoryJobQueue(Clock.systemUTC());
  private final Told told = new Told();
  private final Timers timers = new Timers();
  private final Deliveries deliveries =
      new Deliveries(
          new Records(store, new Changes(false)),
          jobs.steps,
          queue,
          told,
          timers,
          Clock.systemUTC(),
          Duration.ofSeconds(20));

  @AfterEach
  void stop() {
    timers.stop();
  }

  private Job ended() {
    var running = jobs.steps.taken(jobs.event());
    store.create(running, Json.of("1"), null);
    var ended = jobs.steps.succeeded(running, null);
    assertThat(store.replace(running, ended, null)).contains(ended);
    queue.send(ended.id(), Duration.ZERO);
    return ended;
  }

  private Ticket ticket() throws InterruptedException {
    return queue.receive(1, Duration.ofMinutes(1), Duration.ofSeconds(10)).getFirst();
  }

  @Test
  void ticketThatComesBackDuringItsDeliveryIsKept() throws Exception {
    told.hold();
    var job = ended();
    var ticket = ticket();
    var delivery = Thread.startVirtualThread(() -> deliveries.settle(job, ticket));
    told.awaitTelling();
    deliveries.settle(job, ticket);
    assertThat(queue.depth().inFlight()).isEqualTo(1);
    told.letGo();
    delivery.join();
    assertThat(queue.depth().inFlight()).isZero();
    assertThat(told.records()).hasSize(1);
  }

  @Test
  void ticketOfAnEndThatWasToldIsDeletedWithoutTellingItAgain() throws Exception {
    var job = ended();
    deliveries.settle(job, ticket());
    queue.send(job.id(), Duration.ZERO);
    deliveries.settle(job, ticket());
    assertThat(queue.depth().inFlight()).isZero();
    assertThat(told.records()).hasSize(1);
  }

  @Test
  void ticketStaysWhileNobodyTakesTheRecord() throws Exception {
    told.away(true);
    var job = ended();
    deliveries.settle(job, ticket());
    assertThat(queue.depth().inFlight()).isEqualTo(1);
    assertThat(store.unfinished(10, null)).containsExactly(job);
    assertThat(deliveries.underWay(job.id())).isTrue();
  }

  @Test
  void recordIsToldAgainIfItCouldNotBeNoted() throws Exception {
    var job = ended();
    told.whenTold(() -> store.away(true));
    deliveries.settle(job, ticket());
    assertThat(told.records()).hasSize(1);
    told.whenTold(() -> {});
    store.away(false);
    told.await("SUCCEEDED 1 1 null", "SUCCEEDED 1 1 null");
  }
}
