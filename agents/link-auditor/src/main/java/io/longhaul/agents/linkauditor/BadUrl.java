package io.longhaul.agents.linkauditor;

/** A text is no address that an audit can ask; the message says why, in words for a report. */
final class BadUrl extends Exception {

  private static final long serialVersionUID = 1;

  BadUrl(String message) {
    super(message);
  }
}
