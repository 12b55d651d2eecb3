package io.longhaul.agents.linkauditor;

/** What came of asking: whatever a site does is a reply, not an exception. */
sealed interface Reply {

  /** The server answered. */
  record Answered(Answer answer) implements Reply {}

  /** No answer: the reason, in words for a report. */
  record Unreachable(String reason) implements Reply {}

  /** Not asked, because the address is none that an audit may ask. */
  record Forbidden(String reason) implements Reply {}
}
