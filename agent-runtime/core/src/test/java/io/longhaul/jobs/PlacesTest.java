package io.longhaul.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

final class PlacesTest {

  private static final int CALLS = 5;

  @Test
  void callsThatWaitEnterInTheOrderOfTheirComing() throws Exception {
    var places = new Places(1, CALLS);
    assertThat(places.enter(null)).isTrue();
    var order = new CopyOnWriteArrayList<Integer>();
    var threads = new ArrayList<Thread>();
    for (int call = 0; call < CALLS; call++) {
      threads.add(waiting(places, call, order));
    }
    places.leave();
    for (var thread : threads) {
      thread.join();
    }
    assertThat(order).isEqualTo(List.of(0, 1, 2, 3, 4));
  }

  private static Thread waiting(Places places, int call, List<Integer> order) {
    var thread =
        Thread.startVirtualThread(() -> {
          try {
            var _ = places.enter(null);
            order.add(call);
            places.leave();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
        });
    await().until(() -> thread.getState() == Thread.State.WAITING);
    return thread;
  }

  @Test
  void moreThanMayWaitAreRefusedUntilOneHasEntered() throws Exception {
    var places = new Places(1, 1);
    assertThat(places.enter(null)).isTrue();
    var thread = waiting(places, 0, new CopyOnWriteArrayList<>());
    assertThatThrownBy(() -> places.enter(null))
        .isInstanceOf(Refused.Busy.class)
        .hasMessageContaining("1 waiting places");
    places.leave();
    thread.join();
    assertThat(places.enter(null)).isTrue();
  }

  @Test
  void waitThatIsOverGivesItsWaitingPlaceBack() throws Exception {
    var places = new Places(1, 1);
    assertThat(places.enter(null)).isTrue();
    assertThat(places.enter(Duration.ofMillis(1))).isFalse();
    assertThat(places.enter(Duration.ofMillis(1))).isFalse();
  }

  @Test
  void placesThatJobsHaveTakenInAdvanceAreGivenBackFirst() throws Exception {
    var places = new Places(1, 0);
    assertThat(places.enter(null)).isTrue();
    places.takeForJob();
    places.leave();
    assertThatThrownBy(() -> places.enter(null)).isInstanceOf(Refused.Busy.class);
    places.leave();
    assertThat(places.enter(null)).isTrue();
  }

  @Test
  void closeRefusesThoseWhoWait() throws Exception {
    var places = new Places(1, 1);
    assertThat(places.enter(null)).isTrue();
    var refused = new CompletableFuture<Throwable>();
    var thread =
        Thread.startVirtualThread(() -> {
          try {
            refused.complete(new AssertionError("entered: " + places.enter(null)));
          } catch (Refused | InterruptedException e) {
            refused.complete(e);
          }
        });
    await().until(() -> thread.getState() == Thread.State.WAITING);
    places.close();
    assertThat(refused.get()).isInstanceOf(Refused.NotServing.class);
  }
}
