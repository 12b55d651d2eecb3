package io.longhaul.manifest;

import io.longhaul.manifest.binding.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** The manifest cannot be used. The message lists every problem, a line each. */
public final class InvalidManifest extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** Takes at least one problem. */
  public InvalidManifest(List<Problem> problems) {
    super(problems.stream().map(Problem::text).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** In the order of the file. */
  public List<Problem> problems() {
    return problems;
  }
}
