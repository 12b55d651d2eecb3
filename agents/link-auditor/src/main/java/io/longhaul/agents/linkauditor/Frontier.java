package io.longhaul.agents.linkauditor;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;

/**
 * What is still to be visited, and in which order: pages level by level, so that the depth of a
 * page is that of its shortest way however fast its neighbours answer; checks whenever no page is
 * due. For one thread.
 */
final class Frontier {

  private record Entry(int target, int depth, long order) {}

  private final PriorityQueue<Entry> pages =
      new PriorityQueue<>(Comparator.comparingInt(Entry::depth).thenComparingLong(Entry::order));
  private final Queue<Integer> checks = new ArrayDeque<>();
  private final Set<Integer> pagesUnderway = new HashSet<>();
  private int level;
  private long order;

  void addPage(int target, int depth) {
    pages.add(new Entry(target, depth, order++));
  }

  void addCheck(int target) {
    checks.add(target);
  }

  /** The next target; empty if there is none, or none before a page underway has come home. */
  Optional<Integer> next() {
    Entry page = pages.peek();
    if (page == null || (page.depth() > level && !pagesUnderway.isEmpty())) {
      return Optional.ofNullable(checks.poll());
    }
    pages.remove();
    level = page.depth();
    pagesUnderway.add(page.target());
    return Optional.of(page.target());
  }

  void finished(int target) {
    pagesUnderway.remove(target);
  }
}
