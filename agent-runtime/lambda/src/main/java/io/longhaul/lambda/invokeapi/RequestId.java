package io.longhaul.lambda.invokeapi;

import java.util.UUID;

/**
 * What AWS names every request by. Callers read it from each answer without looking whether it is
 * there, so it stands also where nothing was run.
 */
final class RequestId {

  static final String HEADER = "x-amzn-RequestId";

  private RequestId() {}

  /** The id of a request that ran nothing. */
  static String ofNothing() {
    return UUID.randomUUID().toString();
  }
}
