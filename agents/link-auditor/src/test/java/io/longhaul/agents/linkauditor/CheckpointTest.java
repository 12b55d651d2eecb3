package io.longhaul.agents.linkauditor;

import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.agents.linkauditor.Outcome.Answered;
import io.longhaul.agents.linkauditor.Outcome.Failed;
import io.longhaul.agents.linkauditor.Outcome.Redirected;
import io.longhaul.agents.linkauditor.Outcome.Refused;
import io.longhaul.agents.linkauditor.Outcome.Skipped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CheckpointTest {

  private static final Limits LIMITS = new Limits(10_000, 20, 50_000, true);
  private static final Scope SCOPE = new Scope("example.com", "/");

  @Test
  void readGivesBackWhatWasWritten() {
    LinkMap map =
        map(
            List.of(
                target(0, new Answered(200, 12)),
                target(1, new Redirected(301, "http://example.com/page-0")),
                target(2, new Failed("the connection\twas\nrefused")),
                target(3, new Refused("a private address")),
                target(4, new Skipped("robots.txt closes it")),
                new Target("http://example.com/pending", true, 3, 1)));
    String written = StateLines.write(map, Duration.ofMillis(1234));
    StateLines.Read read = StateLines.read(Checkpoint.of(5, written).lines(), LIMITS);

    assertThat(StateLines.write(read.map(), read.elapsed())).isEqualTo(written);
    assertThat(read.map().done()).isEqualTo(5);
    assertThat(read.map().next()).map(Errand::target).contains(5);
  }

  @Test
  void tenThousandPagesStaySmall() {
    List<Target> targets = new ArrayList<>();
    IntStream.range(0, 10_000).forEach(i -> targets.add(target(i, new Answered(200, i % 900))));
    LinkMap map = map(targets);

    assertThat(Checkpoint.of(10_000, StateLines.write(map, Duration.ZERO)).state())
        .hasSizeLessThan(500_000);
  }

  private static LinkMap map(List<Target> targets) {
    return LinkMap.restored(
        new Quota(LIMITS, new LeftOut(1, 2, 3)), SCOPE, List.of("a note"), targets);
  }

  private static Target target(int number, Outcome outcome) {
    Target target = new Target("http://example.com/page-" + number, true, 2, 0);
    target.mention(0, "to: page " + number);
    target.end(outcome);
    return target;
  }
}
