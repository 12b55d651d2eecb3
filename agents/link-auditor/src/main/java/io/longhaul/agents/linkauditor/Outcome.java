package io.longhaul.agents.linkauditor;

/** What came of visiting one address. */
sealed interface Outcome {

  /**
   * The server answered, and not with a redirect.
   *
   * @param millis from the request to the end of the answer
   */
  record Answered(int status, long millis) implements Outcome {

    boolean isBroken() {
      return status >= 400;
    }
  }

  /**
   * The server sent on.
   *
   * @param to a normalized address
   */
  record Redirected(int status, String to) implements Outcome {

    boolean isPermanent() {
      return status == 301 || status == 308;
    }
  }

  /** No usable answer. */
  record Failed(String reason) implements Outcome {}

  /** Not asked: an audit must not. */
  record Refused(String reason) implements Outcome {}

  /** Not asked: the site does not want it. */
  record Skipped(String reason) implements Outcome {}
}
