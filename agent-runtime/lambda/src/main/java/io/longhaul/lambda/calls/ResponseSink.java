package io.longhaul.lambda.calls;

import java.io.IOException;

/**
 * Takes an answer that a function sends in parts, while it still runs. Is called by one thread, and
 * may block: the function is slowed down then. An answer that comes whole is the call's output, and
 * nothing is called here.
 */
public interface ResponseSink {

  /**
   * The first part is on its way.
   *
   * @param contentType as the function's client names it; empty if it does not
   */
  void begin(String contentType) throws IOException;

  /** The next part. After an exception no further one comes, and the function runs on. */
  void write(byte[] part) throws IOException;
}
