package io.longhaul.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FailuresTest {

  @Test
  void controlCharactersOfEveryKindBecomeBlanks() {
    assertThat(Failures.clean("red\u001b[31m\u009b31m\u2028next\nline"))
        .isEqualTo("red [31m 31m next line");
  }

  @Test
  void messageIsBounded() {
    assertThat(Failures.clean("x".repeat(5000))).hasSize(500).endsWith("…");
  }
}
