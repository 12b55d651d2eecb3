package io.longhaul.access.sigv4;

/**
 * What a key signs for.
 *
 * @param date yyyyMMdd
 * @param region any: a service answers in one environment, and callers keep what they had
 */
record Scope(String date, String region, String service) {

  static final String END = "aws4_request";

  /** As it is signed. */
  @Override
  public String toString() {
    return String.join("/", date, region, service, END);
  }
}
