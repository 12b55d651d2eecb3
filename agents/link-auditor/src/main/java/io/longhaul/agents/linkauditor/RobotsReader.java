package io.longhaul.agents.linkauditor;

import crawlercommons.robots.SimpleRobotRulesParser;
import io.longhaul.agents.linkauditor.Outcome.Failed;
import io.longhaul.agents.linkauditor.Outcome.Refused;
import io.longhaul.agents.linkauditor.Outcome.Skipped;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/** Fetches a site's robots.txt. */
final class RobotsReader {

  /** As RFC 9309 asks for, 2.3.1.2. */
  private static final int MAX_HOPS = 5;

  private static final Duration LONGEST_DELAY = Duration.ofHours(1);
  private static final int TOO_MANY_REQUESTS = 429;

  private final Web web;
  private final String robot;

  /**
   * Reads for one robot.
   *
   * @param robot its product token, in lower case
   */
  RobotsReader(Web web, String robot) {
    this.web = web;
    this.robot = robot;
  }

  RobotsTxt read(WebUrl ofSite, Supplier<Duration> patience) throws InterruptedException {
    return fetch(
        new WebUrl(ofSite.scheme(), ofSite.host(), ofSite.port(), "/robots.txt", null),
        0,
        patience);
  }

  private RobotsTxt fetch(WebUrl url, int hops, Supplier<Duration> patience)
      throws InterruptedException {
    return switch (web.ask(Purpose.ROBOTS, url, patience)) {
      case Reply.Unreachable(String reason) ->
          hops == 0
              ? new RobotsTxt.Closed(new Failed(reason + " (asking for its robots.txt)"))
              : unread("redirects to where there is no answer: " + reason);
      case Reply.Forbidden(String reason) ->
          hops == 0
              ? new RobotsTxt.Closed(new Refused(reason))
              : unread("redirects to where no audit asks: " + reason);
      case Reply.Answered(Answer answer) ->
          answer.isRedirect() ? follow(url, answer, hops, patience) : understood(url, answer);
    };
  }

  private RobotsTxt follow(WebUrl from, Answer answer, int hops, Supplier<Duration> patience)
      throws InterruptedException {
    if (hops == MAX_HOPS) {
      return unread("redirects more than %d times".formatted(MAX_HOPS));
    }
    try {
      return fetch(from.resolve(answer.location().orElse("")), hops + 1, patience);
    } catch (BadUrl e) {
      return unread("redirects to what is no address");
    }
  }

  private RobotsTxt understood(WebUrl url, Answer answer) {
    int status = answer.status();
    if (status >= 500 || status == TOO_MANY_REQUESTS) {
      return unread("answers " + Answer.words(status));
    }
    var parser = new SimpleRobotRulesParser(LONGEST_DELAY.toMillis(), 0);
    if (status / 100 != 2) {
      return new RobotsTxt.Rules(parser.failedFetch(404));
    }
    String type = answer.contentType().orElse("text/plain");
    return new RobotsTxt.Rules(
        parser.parseContent(url.toString(), answer.body().bytes(), type, Set.of(robot)));
  }

  private static RobotsTxt unread(String what) {
    return new RobotsTxt.Closed(
        new Skipped("its robots.txt %s, and unread it closes the site".formatted(what)));
  }
}
