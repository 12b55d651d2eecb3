package io.longhaul.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.longhaul.agent.InvalidInput;
import io.longhaul.testing.Counter.Count;
import io.longhaul.testing.Counter.Counted;
import io.longhaul.testing.Counter.Reached;
import org.junit.jupiter.api.Test;

class AgentTesterTest {

  private final AgentTester<Count, Counted> tester =
      AgentTester.of(Counter.class).config("STEP", "2");

  /** The six lines of the README and of the Javadoc; ReadmeTest compares them. */
  @Test
  void resumeWhenDrainedContinuesFromTheCheckpoint() {
    // six lines
    var tester = AgentTester.of(Counter.class).config("STEP", "2");
    var first = tester.run(new Count(10), Stop.DRAIN.afterCheckpoint(3));
    assertThat(first.lastCheckpoint(Reached.class)).contains(new Reached(6));
    var second = first.resume();
    assertThat(second.output()).isEqualTo(new Counted(10));
    assertThat(second.progress()).extracting(Progress::fraction).containsExactly(0.8, 1.0);
    // end of six lines
  }

  @Test
  void stopWhenDrainedIsAHandBack() {
    var attempt = tester.run(new Count(10), Stop.DRAIN.afterCheckpoint(1));
    assertThat(attempt.outcome()).isEqualTo(Outcome.HANDED_BACK);
    assertThat(attempt.failure()).hasMessage("draining at 2");
  }

  @Test
  void stopWhenKilledRunsNoFurther() {
    var attempt = tester.run(new Count(10), Stop.KILL.atProgress(0.4));
    assertThat(attempt.outcome()).isEqualTo(Outcome.KILLED);
    assertThat(attempt.progress()).hasSize(2);
    assertThat(attempt.resume().output()).isEqualTo(new Counted(10));
  }

  @Test
  void cancelOnDemandInterruptsTheAgent() {
    var attempt = tester.start(new Count(-1)).awaitCheckpoints(1).cancel();
    assertThat(attempt.outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(attempt.failure()).isInstanceOf(InterruptedException.class);
  }

  @Test
  void killOnDemandEndsAnAgentThatWaits() {
    var attempt = tester.start(new Count(-1)).awaitCheckpoints(1).kill();
    assertThat(attempt.outcome()).isEqualTo(Outcome.KILLED);
  }

  @Test
  void runJsonFillsInDefaults() {
    assertThat(tester.runJson("{}").output()).isEqualTo(new Counted(4));
    assertThat(tester.runJson("{}").outputJson()).isEqualTo("{\"counted_to\":4}");
  }

  @Test
  void runJsonWhenAFieldIsUnknownOrWrongNamesIt() {
    assertThatThrownBy(() -> tester.runJson("{\"up\":4}")).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> tester.runJson("{\"up_to\":\"4\"}"))
        .isInstanceOfSatisfying(
            InvalidInput.class, wrong -> assertThat(wrong.field()).isEqualTo("up_to"));
  }

  @Test
  void metersKeepWhatWasMeasured() {
    tester.run(new Count(4));
    assertThat(tester.meters().counted("steps", "by", "2")).isEqualTo(2);
  }

  @Test
  void configWhenAKeyIsMissingSaysHowToSetIt() {
    assertThatThrownBy(() -> AgentTester.of(Counter::new).run(new Count(1)))
        .hasMessageContaining(".config(\"STEP\", ...)");
  }

  @Test
  void lambdaAgentsRunOnRecords() {
    var attempt = AgentTester.<Count, Counted>of(_ -> (in, _) -> new Counted(in.upTo()));
    assertThat(attempt.run(new Count(7)).output()).isEqualTo(new Counted(7));
  }

  record Unreadable(Runnable code) {}

  @Test
  void checkpointWhenItDoesNotReadBackFails() {
    var tester =
        AgentTester.<Count, Counted>of(_ ->
            (in, context) -> {
              context.checkpoint(new Unreadable(() -> {}));
              return new Counted(in.upTo());
            });
    assertThat(tester.run(new Count(1)).failure()).hasMessageContaining("does not fit");
  }
}
