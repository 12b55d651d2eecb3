package io.longhaul.agents.linkauditor;

import static org.assertj.core.api.Assertions.assertThat;

import crawlercommons.robots.SimpleRobotRulesParser;
import io.longhaul.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SiteTest {

  private final TestClock clock = new TestClock();
  private final List<Duration> waits = new ArrayList<>();

  @Test
  void awaitTurnKeepsTheCrawlDelayBetweenCallers() throws InterruptedException {
    Site site = site("User-agent: *\nCrawl-delay: 10\n");
    site.awaitTurn();
    site.awaitTurn();
    clock.advance(Duration.ofSeconds(15));
    site.awaitTurn();

    assertThat(waits).containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(5));
  }

  @Test
  void awaitTurnWhenPostponedWaitsAsLong() throws InterruptedException {
    Site site = site("");
    site.postpone(Duration.ofSeconds(30));
    site.awaitTurn();

    assertThat(waits).containsExactly(Duration.ofSeconds(30));
  }

  private Site site(String robots) {
    var rules =
        new SimpleRobotRulesParser(3_600_000, 0)
            .parseContent(
                "http://example.com/robots.txt",
                robots.getBytes(StandardCharsets.UTF_8),
                "text/plain",
                Set.of("longhaul-link-auditor"));
    return new Site(new RobotsTxt.Rules(rules), clock.ticker(), waits::add);
  }
}
