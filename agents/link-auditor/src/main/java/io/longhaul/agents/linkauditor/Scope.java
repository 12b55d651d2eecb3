package io.longhaul.agents.linkauditor;

/**
 * The pages that an audit follows; every other address is only checked. One host with either
 * scheme, so that a site's step from http to https does not leave it.
 *
 * @param authority host, and port where it is not the scheme's own
 * @param prefix what the paths begin with; {@code /} for all
 */
record Scope(String authority, String prefix) {

  boolean contains(WebUrl url) {
    return url.authority().equals(authority) && url.path().startsWith(prefix);
  }

  /** The same reach on the site that the start URL has moved to. */
  Scope movedTo(WebUrl url) {
    String folder = url.path().substring(0, url.path().lastIndexOf('/') + 1);
    return new Scope(url.authority(), url.path().startsWith(prefix) ? prefix : folder);
  }

  @Override
  public String toString() {
    return authority + prefix;
  }
}
