package io.longhaul.config;

import java.util.List;

/** The configuration cannot be used; the message names every problem and the ways out. */
public final class InvalidConfig extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final List<String> problems;

  /** One or more problems, each a sentence without any secret. */
  public InvalidConfig(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** Every problem. */
  public List<String> problems() {
    return List.copyOf(problems);
  }
}
