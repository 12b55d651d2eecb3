package io.longhaul.lambda.runtimeapi;

/** Takes an answer in parts. On network threads: must not block. */
public interface Upload {

  /** The next part. */
  void part(byte[] bytes);

  /** All parts have come. */
  void end();

  /** The function failed after it had begun to answer. */
  void failed(Report report);

  /** The client went away in the middle. */
  void broken();
}
