package io.longhaul.http;

/** Answers the calls of one route. Safe for concurrent use; it may block. */
@FunctionalInterface
public interface Endpoint {

  /**
   * Answers.
   *
   * @throws Problem as the answer
   * @throws Exception whatever else: see {@link Failures}
   */
  void answer(Exchange exchange) throws Exception;
}
