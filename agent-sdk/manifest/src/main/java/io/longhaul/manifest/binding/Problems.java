package io.longhaul.manifest.binding;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with a file, each thing once. For one thread. */
public final class Problems {

  private static final Comparator<Problem> IN_ORDER_OF_THE_FILE =
      Comparator.<Problem>comparingInt(problem -> problem.position().line())
          .thenComparingInt(problem -> problem.position().column());

  private final Set<Problem> problems = new LinkedHashSet<>();

  /** Starts without any. */
  public Problems() {}

  /** Notes one. */
  public void add(Problem problem) {
    problems.add(problem);
  }

  /** Whether nothing is wrong. */
  public boolean none() {
    return problems.isEmpty();
  }

  /** In the order of the file. */
  public List<Problem> inOrder() {
    return problems.stream().sorted(IN_ORDER_OF_THE_FILE).toList();
  }
}
