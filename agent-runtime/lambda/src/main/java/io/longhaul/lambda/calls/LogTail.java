package io.longhaul.lambda.calls;

/** Holds the last 4 KB of what a call has logged, once it has ended. */
public final class LogTail {

  private volatile byte[] bytes = {};

  /** Sets it, at the end of the call. */
  public void set(byte[] last) {
    bytes = last;
  }

  /** UTF-8, perhaps without the beginning of its first character; empty before the end. */
  public byte[] bytes() {
    return bytes;
  }
}
