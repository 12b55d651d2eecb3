package io.longhaul.agents.linkauditor;

import java.util.Locale;

/** Why a server is asked; decides the method, and which content is read. */
enum Purpose {
  /** A page in scope, read for its links. */
  PAGE("GET"),
  /** A robots.txt, whatever type it claims to be. */
  ROBOTS("GET"),
  /** Only whether it is there. */
  CHECK("HEAD"),
  /** The same, of a server that does not answer HEAD; the content stays unread. */
  CHECK_BY_GET("GET");

  private final String method;

  Purpose(String method) {
    this.method = method;
  }

  String method() {
    return method;
  }

  /**
   * True if content of the type is to be read.
   *
   * @param type a Content-Type, or empty: browsers then take it for a page
   */
  boolean reads(String type) {
    String lower = type.toLowerCase(Locale.ROOT);
    return switch (this) {
      case PAGE -> lower.isEmpty() || lower.contains("html");
      case ROBOTS -> true;
      case CHECK, CHECK_BY_GET -> false;
    };
  }
}
