package io.longhaul.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.handler.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DeliveriesTest {

  private final SampleJobs jobs = new SampleJobs();
  private final MemoryJobStore store = new MemoryJobStore(false);
  private final MemoryJobQueue queue = new MemoryJobQueue(Clock.systemUTC());
  private final Told told = new Told();
  private final Recorded recorded = new Recorded();
  private final Timers timers = new Timers();
  private final Deliveries deliveries =
      new Deliveries(
          new Records(store, new Changes(false)),
          jobs.steps,
          queue,
          told,
          new Announcer(List.of(recorded)),
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
  void recordThatIsRejectedIsNotTriedAgainAndItsJobIsAsItWas() throws Exception {
    told.rejecting(true);
    var job = ended();
    deliveries.settle(job, ticket());
    assertThat(queue.depth().inFlight()).isZero();
    assertThat(store.unfinished(10, null)).isEmpty();
    assertThat(store.find(job.id())).contains(jobs.steps.recordSettled(job));
    assertThat(deliveries.underWay(job.id())).isFalse();
    assertThat(recorded.events()).containsExactly("record rejected job 1");
    told.rejecting(false);
    var next = ended();
    deliveries.settle(next, ticket());
    assertThat(told.records()).hasSize(1);
  }

  @Test
  void rejectionThatCouldNotBeNotedIsCountedOnce() throws Exception {
    told.rejecting(true);
    told.whenTold(() -> store.away(true));
    deliveries.settle(ended(), ticket());
    assertThat(recorded.events()).isEmpty();
    told.whenTold(() -> {});
    store.away(false);
    recorded.await("record rejected job 1");
    assertThat(recorded.events()).hasSize(1);
    assertThat(store.unfinished(10, null)).isEmpty();
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
