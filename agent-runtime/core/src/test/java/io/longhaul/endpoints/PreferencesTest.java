package io.longhaul.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreferencesTest {

  @Test
  void severalHeadersAndSeveralPreferencesCountTogether() {
    assertThat(Preferences.of(List.of("foo; bar=1, wait=10", "respond-async")))
        .isEqualTo(new Preferences(true, Duration.ofSeconds(10)));
  }

  @Test
  void firstOfARepeatedPreferenceCounts() {
    assertThat(Preferences.of(List.of("wait=1, wait=2")).waits()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void malformedOnesAreIgnored() {
    assertThat(Preferences.of(List.of("wait=soon, wait=-1, , wait, =")))
        .isEqualTo(new Preferences(false, null));
  }

  @Test
  void bothTogetherMeanToWaitFirst() {
    var both = Preferences.of(List.of("respond-async, wait=\"3\""));
    assertThat(both.atOnce()).isFalse();
    assertThat(both.applied(true)).isEqualTo("respond-async, wait=3");
    assertThat(both.applied(false)).isEqualTo("wait=3");
  }
}
