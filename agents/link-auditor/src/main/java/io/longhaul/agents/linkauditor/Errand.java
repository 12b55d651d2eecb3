package io.longhaul.agents.linkauditor;

/**
 * One visit to make.
 *
 * @param target its number in the {@link LinkMap}
 * @param page true for a page in scope, fetched and read; else it is only checked
 */
record Errand(int target, WebUrl url, boolean page) {

  /** True for the URL that the audit begins with. */
  boolean isStart() {
    return target == LinkMap.START;
  }
}
