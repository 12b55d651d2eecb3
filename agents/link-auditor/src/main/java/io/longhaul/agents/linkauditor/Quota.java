package io.longhaul.agents.linkauditor;

/**
 * Keeps an audit within its limits, and counts what they kept out. A redirect gives its place back:
 * it is no page, and its goal takes the place. For one thread.
 */
final class Quota {

  private final Limits limits;
  private LeftOut leftOut;
  private int pages;
  private int checks;

  Quota(Limits limits, LeftOut leftOut) {
    this.limits = limits;
    this.leftOut = leftOut;
  }

  /** Takes a place; false if there is none. */
  boolean admits(boolean page, int depth) {
    if (page && depth > limits.depth()) {
      leftOut = leftOut.oneTooDeep();
      return false;
    }
    if (page ? pages >= limits.pages() : checks >= limits.checks()) {
      leftOut = page ? leftOut.onePage() : leftOut.oneLink();
      return false;
    }
    occupy(page);
    return true;
  }

  boolean checksExternal() {
    return limits.external();
  }

  /** Takes a place without asking: of the start URL, and of what a checkpoint kept. */
  void occupy(boolean page) {
    change(page, 1);
  }

  void release(boolean page) {
    change(page, -1);
  }

  private void change(boolean page, int places) {
    if (page) {
      pages += places;
    } else {
      checks += places;
    }
  }

  LeftOut leftOut() {
    return leftOut;
  }
}
