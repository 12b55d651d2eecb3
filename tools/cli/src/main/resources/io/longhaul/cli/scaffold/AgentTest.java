package io.longhaul.agents.@PACKAGE@;

import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.testing.AgentTester;
import io.longhaul.testing.Stop;
import org.junit.jupiter.api.Test;

class @CLASS@Test {

  private final AgentTester<@CLASS@.Request, @CLASS@.Report> tester =
      AgentTester.of(@CLASS@.class).config("PAUSE", "0ms");

  @Test
  void executeCountsToTheNumber() {
    assertThat(tester.run(new @CLASS@.Request(3)).output()).isEqualTo(new @CLASS@.Report(3));
  }

  @Test
  void executeGoesOnBehindItsCheckpoint() {
    var first = tester.run(new @CLASS@.Request(5), Stop.DRAIN.afterCheckpoint(2));
    var second = first.resume();

    assertThat(second.output()).isEqualTo(new @CLASS@.Report(5));
    assertThat(second.progress()).hasSize(3);
  }
}
