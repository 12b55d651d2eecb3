package io.longhaul.agents.linkauditor;

import io.longhaul.agents.linkauditor.Outcome.Failed;
import io.longhaul.agents.linkauditor.Outcome.Redirected;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Everything an audit knows: which addresses there are, what came of them, what is to be visited. A
 * redirect's goal is an address like any other, so each is asked once however it is reached. For
 * one thread.
 */
final class LinkMap {

  /** The number of the start URL. */
  static final int START = 0;

  /** Longer chains end in no browser either. */
  static final int MAX_HOPS = 10;

  private static final int MAX_NOTES = 100;

  private final Targets targets = new Targets();
  private final Frontier frontier = new Frontier();
  private final List<String> notes = new ArrayList<>();
  private final Quota quota;
  private Scope scope;
  private int done;

  private LinkMap(Quota quota, Scope scope) {
    this.quota = quota;
    this.scope = scope;
  }

  static LinkMap startingAt(WebUrl start, Scope scope, Limits limits) {
    Target target = new Target(start.toString(), true, 0, 0);
    return restored(
        new Quota(limits, LeftOut.NOTHING), scope, Collections.emptyList(), List.of(target));
  }

  /** Continues from a checkpoint: what was underway then is visited again. */
  static LinkMap restored(Quota quota, Scope scope, List<String> notes, List<Target> targets) {
    LinkMap map = new LinkMap(quota, scope);
    map.notes.addAll(notes);
    targets.forEach(map::restore);
    return map;
  }

  private void restore(Target target) {
    int number = targets.add(target);
    if (redirect(target).isEmpty()) {
      quota.occupy(target.page());
    }
    if (target.outcome().isPresent()) {
      done++;
    } else {
      enlist(number, target);
    }
  }

  private void enlist(int number, Target target) {
    if (target.page()) {
      frontier.addPage(number, target.depth());
    } else {
      frontier.addCheck(number);
    }
  }

  /** The next visit; empty if there is none, or none before one underway has come home. */
  Optional<Errand> next() {
    for (Optional<Integer> n = frontier.next(); n.isPresent(); n = frontier.next()) {
      Target target = targets.get(n.get());
      if (target.outcome().isEmpty()) {
        return Optional.of(new Errand(n.get(), url(target.address()), target.page()));
      }
      frontier.finished(n.get());
    }
    return Optional.empty();
  }

  /** Takes in what an errand brought. */
  void record(Visit visit) {
    int number = visit.errand().target();
    Target target = targets.get(number);
    frontier.finished(number);
    if (target.outcome().isPresent() || target.page() != visit.errand().page()) {
      return; // a check that has become a page meanwhile: the page's visit counts
    }
    target.end(visit.outcome());
    done++;
    visit.note().filter(_ -> notes.size() < MAX_NOTES).ifPresent(notes::add);
    redirect(target).ifPresent(redirect -> follow(number, target, redirect));
    visit.links().forEach(link -> found(link, number, target.depth() + 1));
  }

  /** A start URL that has moved takes its scope along. */
  private void follow(int number, Target from, Redirected redirect) {
    quota.release(from.page());
    WebUrl to = url(redirect.to());
    if (isStartOrItsRedirect(number) && !scope.contains(to)) {
      scope = scope.movedTo(to);
    }
    if (from.hops() < MAX_HOPS && isWanted(to)) {
      boolean page = from.page() && scope.contains(to);
      know(redirect.to(), page, from.depth(), from.hops() + 1);
    }
  }

  private boolean isStartOrItsRedirect(int number) {
    Optional<Target> at = Optional.of(targets.get(START));
    for (int hop = 0; hop <= MAX_HOPS && at.isPresent(); hop++) {
      if (at.get() == targets.get(number)) {
        return true;
      }
      at = at.flatMap(LinkMap::redirect).flatMap(next -> targets.find(next.to()));
    }
    return false;
  }

  private void found(FoundLink link, int onPage, int depth) {
    Optional<Target> target =
        link.fault().isPresent() ? faulty(link) : reached(link, url(link.address()), depth);
    target.ifPresent(known -> known.mention(onPage, link.text()));
  }

  private Optional<Target> reached(FoundLink link, WebUrl url, int depth) {
    return isWanted(url)
        ? know(link.address(), link.page() && scope.contains(url), depth, 0)
        : Optional.empty();
  }

  private boolean isWanted(WebUrl url) {
    return quota.checksExternal() || scope.contains(url);
  }

  private Optional<Target> faulty(FoundLink link) {
    Optional<Target> known = targets.find(link.address());
    if (known.isPresent() || !quota.admits(false, 0)) {
      return known;
    }
    Target target = new Target(link.address(), false, 0, 0);
    target.end(new Failed("it is no address: " + link.fault().orElseThrow()));
    targets.add(target);
    done++;
    return Optional.of(target);
  }

  private Optional<Target> know(String address, boolean page, int depth, int hops) {
    Optional<Integer> number = targets.numberOf(address);
    if (number.isPresent()) {
      Target target = targets.get(number.get());
      if (page && !target.page()) {
        promote(number.get(), target, depth);
      }
      return Optional.of(target);
    }
    if (!quota.admits(page, depth)) {
      return Optional.empty();
    }
    Target target = new Target(address, page, depth, hops);
    enlist(targets.add(target), target);
    return Optional.of(target);
  }

  /** What was known as part of a page is linked as a page: it is fetched and read after all. */
  private void promote(int number, Target target, int depth) {
    if (redirect(target).isPresent() || !quota.admits(true, depth)) {
      return;
    }
    quota.release(false);
    if (target.outcome().isPresent()) {
      done--;
    }
    target.becomePage(depth);
    frontier.addPage(number, depth);
  }

  private static Optional<Redirected> redirect(Target target) {
    return target.outcome().filter(Redirected.class::isInstance).map(Redirected.class::cast);
  }

  private static WebUrl url(String address) {
    try {
      return WebUrl.parse(address);
    } catch (BadUrl e) {
      throw new IllegalStateException("a normalized address can be read again: " + address, e);
    }
  }

  Targets targets() {
    return targets;
  }

  Scope scope() {
    return scope;
  }

  LeftOut leftOut() {
    return quota.leftOut();
  }

  List<String> notes() {
    return Collections.unmodifiableList(notes);
  }

  /** Addresses visited, of those that are known. */
  int done() {
    return done;
  }
}
