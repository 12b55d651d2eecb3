package io.longhaul.lambda.httpevents;

/** A function's answer is no HTTP answer; the message says what is wrong with it. */
final class Malformed extends Exception {

  private static final long serialVersionUID = 1;

  Malformed(String message) {
    super(message, null, false, false);
  }
}
