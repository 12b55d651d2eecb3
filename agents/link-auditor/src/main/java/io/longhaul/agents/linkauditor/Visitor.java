package io.longhaul.agents.linkauditor;

import io.longhaul.agents.linkauditor.Outcome.Answered;
import io.longhaul.agents.linkauditor.Outcome.Failed;
import io.longhaul.agents.linkauditor.Outcome.Redirected;
import io.longhaul.agents.linkauditor.Outcome.Refused;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Makes the visits: asks the site's robots.txt, waits for its turn, fetches, reads the links. */
final class Visitor {

  private static final int POLITE_TRIES = 3;

  private final Web web;
  private final Sites sites;
  private final Patience patience;
  private final RetryAfter retryAfter;

  Visitor(Web web, Sites sites, Patience patience, RetryAfter retryAfter) {
    this.web = web;
    this.sites = sites;
    this.patience = patience;
    this.retryAfter = retryAfter;
  }

  /** Never fails because of what a site does; one odd page must not end an audit. */
  Visit visit(Errand errand) throws InterruptedException {
    try {
      Site site = sites.of(errand.url(), patience.withRobots(errand));
      Optional<Outcome> objection = site.objection(errand.url());
      return objection.isPresent()
          ? Visit.without(errand, objection.get())
          : understood(errand, ask(errand, site));
    } catch (IOException | RuntimeException e) {
      return Visit.without(errand, new Failed("this auditor could not read it: " + e));
    }
  }

  private Reply ask(Errand errand, Site site) throws InterruptedException {
    Purpose purpose = errand.page() ? Purpose.PAGE : Purpose.CHECK;
    Reply reply = askPolitely(purpose, errand, site);
    boolean again =
        !errand.page() && reply instanceof Reply.Answered(Answer answer) && answer.refusesHead();
    return again ? askPolitely(Purpose.CHECK_BY_GET, errand, site) : reply;
  }

  /** Comes back when the site said it would serve. */
  private Reply askPolitely(Purpose purpose, Errand errand, Site site) throws InterruptedException {
    for (int i = 1; ; i++) {
      site.awaitTurn();
      Reply reply = web.ask(purpose, errand.url(), patience.with(errand, i));
      Optional<Duration> pause = retryAfter.asked(reply);
      if (pause.isEmpty() || i == POLITE_TRIES) {
        return reply;
      }
      site.postpone(pause.get());
    }
  }

  private static Visit understood(Errand errand, Reply reply) throws IOException {
    return switch (reply) {
      case Reply.Unreachable(String reason) -> Visit.without(errand, new Failed(reason));
      case Reply.Forbidden(String reason) -> Visit.without(errand, new Refused(reason));
      case Reply.Answered(Answer answer) when answer.isRedirect() ->
          Visit.without(errand, redirected(errand.url(), answer));
      case Reply.Answered(Answer answer) -> read(errand, answer);
    };
  }

  private static Outcome redirected(WebUrl url, Answer answer) {
    String location = answer.location().orElse("");
    if (location.isBlank()) {
      return new Failed("%s without saying where to".formatted(Answer.words(answer.status())));
    }
    try {
      return new Redirected(answer.status(), url.resolve(location).toString());
    } catch (BadUrl e) {
      return new Refused("it redirects to an address that is not followed: " + e.getMessage());
    }
  }

  private static Visit read(Errand errand, Answer answer) throws IOException {
    Outcome outcome = new Answered(answer.status(), answer.took().toMillis());
    Optional<String> note =
        answer.body().truncated()
            ? Optional.of(errand.url() + " is over 5 MB: links after that were not read")
            : Optional.empty();
    return new Visit(errand, outcome, LinkExtractor.links(errand.url(), answer), note);
  }
}
