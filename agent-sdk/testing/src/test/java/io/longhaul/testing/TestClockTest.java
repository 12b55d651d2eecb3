package io.longhaul.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TestClockTest {

  private final TestClock clock = new TestClock(Instant.EPOCH);

  @Test
  void advanceMovesClockAndTicker() {
    clock.advance(Duration.ofMillis(5));
    assertThat(clock.instant()).isEqualTo(Instant.ofEpochMilli(5));
    assertThat(clock.ticker().getAsLong()).isEqualTo(5_000_000);
  }

  @Test
  void clocksOfOtherZonesMoveAlong() {
    var paris = clock.withZone(ZoneId.of("Europe/Paris"));
    clock.set(Instant.ofEpochSecond(60));
    assertThat(paris.instant()).isEqualTo(Instant.ofEpochSecond(60));
  }
}
