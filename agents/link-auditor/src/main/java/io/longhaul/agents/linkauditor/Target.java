package io.longhaul.agents.linkauditor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One address that the audit knows, and what it knows of it. For one thread. */
final class Target {

  /** Enough to find a link; a broken one in a footer stands on every page. */
  static final int MAX_MENTIONS = 5;

  /**
   * Where a link to it stands.
   *
   * @param page the number of the page's target
   */
  record Mention(int page, String text) {}

  private final String address;
  private final List<Mention> mentions = new ArrayList<>();
  private boolean page;
  private int depth;
  private int hops;
  private int timesMentioned;
  private @Nullable Outcome outcome;

  /**
   * Knows an address that was not visited yet.
   *
   * @param depth links from the start URL
   * @param hops redirects that led here, since the last link
   */
  Target(String address, boolean page, int depth, int hops) {
    this.address = address;
    this.page = page;
    this.depth = depth;
    this.hops = hops;
  }

  String address() {
    return address;
  }

  boolean page() {
    return page;
  }

  int depth() {
    return depth;
  }

  int hops() {
    return hops;
  }

  Optional<Outcome> outcome() {
    return Optional.ofNullable(outcome);
  }

  void end(Outcome result) {
    outcome = result;
  }

  /** A part of a page turned out to be a page itself: it is visited as one. */
  void becomePage(int linksFromStart) {
    page = true;
    depth = linksFromStart;
    hops = 0;
    outcome = null;
  }

  List<Mention> mentions() {
    return mentions;
  }

  /** Counts those as well that are not kept. */
  int timesMentioned() {
    return timesMentioned;
  }

  void mention(int onPage, String text) {
    timesMentioned++;
    if (mentions.size() < MAX_MENTIONS) {
      mentions.add(new Mention(onPage, text));
    }
  }

  /** Takes over what a checkpoint kept. */
  void restore(@Nullable Outcome kept, int times, List<Mention> keptMentions) {
    outcome = kept;
    timesMentioned = times;
    mentions.addAll(keptMentions);
  }
}
