package io.longhaul.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuartilesTest {

  @Test
  void ofWhenUnsortedSortsAndInterpolates() {
    assertThat(Quartiles.of(List.of(4.0, 1.0, 3.0, 2.0))).isEqualTo(new Quartiles(1.75, 2.5, 3.25));
  }

  @Test
  void ofWhenOneValueIsThatValue() {
    assertThat(Quartiles.of(List.of(7.0))).isEqualTo(new Quartiles(7, 7, 7));
  }

  @Test
  void goalIsMissedOnlyWhenTheBetterQuartileMissesIt() {
    var ratio = new Quartiles(0.85, 0.88, 0.91);
    assertThat(Goal.atLeast(0.90).reachedBy(ratio)).isTrue();
    assertThat(Goal.atLeast(0.92).reachedBy(ratio)).isFalse();
    assertThat(Goal.atMost(0.85).reachedBy(ratio)).isTrue();
    assertThat(Goal.atMost(0.80).reachedBy(ratio)).isFalse();
  }
}
