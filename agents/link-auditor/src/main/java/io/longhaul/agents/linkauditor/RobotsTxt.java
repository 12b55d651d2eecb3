package io.longhaul.agents.linkauditor;

import crawlercommons.robots.BaseRobotRules;
import java.time.Duration;
import java.util.Optional;

/** What a site's robots.txt says to this robot (RFC 9309). */
sealed interface RobotsTxt {

  /** Why the address is not asked for; empty if it may be. */
  Optional<Outcome> objection(WebUrl url);

  /** Between two requests. */
  Duration delay();

  /** Rules were read, or there are none. */
  record Rules(BaseRobotRules rules) implements RobotsTxt {

    @Override
    public Optional<Outcome> objection(WebUrl url) {
      return rules.isAllowed(url.toString())
          ? Optional.empty()
          : Optional.of(new Outcome.Skipped("robots.txt closes it to this robot"));
    }

    @Override
    public Duration delay() {
      return Duration.ofMillis(Math.max(0, rules.getCrawlDelay()));
    }
  }

  /** It could not be read, so the whole site is left alone (2.3.1.4), or cannot be reached. */
  record Closed(Outcome reason) implements RobotsTxt {

    @Override
    public Optional<Outcome> objection(WebUrl url) {
      return Optional.of(reason);
    }

    @Override
    public Duration delay() {
      return Duration.ZERO;
    }
  }
}
