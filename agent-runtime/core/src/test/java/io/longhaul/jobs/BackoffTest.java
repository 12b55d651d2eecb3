package io.longhaul.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BackoffTest {

  @Test
  void pauseDoublesWithJitterUntilAQuarterOfAnHour() {
    var backoff = new Backoff(Duration.ofSeconds(10));
    assertThat(backoff.after(1)).isBetween(Duration.ofMillis(7_500), Duration.ofMillis(12_500));
    assertThat(backoff.after(2)).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(25));
    assertThat(backoff.after(30)).isLessThanOrEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void firstPauseThatIsLongerIsNotCut() {
    var backoff = new Backoff(Duration.ofHours(1));
    assertThat(backoff.after(5)).isBetween(Duration.ofMinutes(45), Duration.ofHours(1));
  }

  @Test
  void noPauseStaysNone() {
    assertThat(new Backoff(Duration.ZERO).after(3)).isZero();
  }
}
