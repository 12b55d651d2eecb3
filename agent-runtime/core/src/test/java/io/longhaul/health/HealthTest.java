package io.longhaul.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.health.CheckResult.State;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HealthTest {

  private final AtomicLong nanos = new AtomicLong();

  @Test
  void latestNeverWaits() {
    var never = new CountDownLatch(1);
    var health = health(new HealthCheck("slow", true, never::await));
    assertThat(health.latest().get("slow")).isEqualTo(new CheckResult(State.UNKNOWN, true, null));
    never.countDown();
  }

  @Test
  void whatDoesNotAnswerIsAway() throws Exception {
    var never = new CountDownLatch(1);
    var health = health(new HealthCheck("slow", true, never::await));
    assertThat(health.now().get("slow"))
        .isEqualTo(new CheckResult(State.DOWN, true, "no answer within 2000 ms"));
    never.countDown();
  }

  @Test
  void freshResultIsNotLookedForAgain() throws Exception {
    var looks = new AtomicInteger();
    var health = health(new HealthCheck("store", true, looks::incrementAndGet));
    health.now();
    health.latest();
    assertThat(looks).hasValue(1);
    nanos.addAndGet(6_000_000_000L);
    health.latest();
    health.now();
    assertThat(looks.get()).isGreaterThan(1);
  }

  private Health health(HealthCheck check) {
    return new Health(List.of(check), nanos::get);
  }
}
