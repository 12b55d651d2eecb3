package io.longhaul.benchmarks.instances;

import java.util.Map;

/** A Lambda function, as teams write them in Java: it answers its event. */
public final class EchoFunction {

  /** The handler. */
  public Map<String, Object> handle(Map<String, Object> event) {
    return event;
  }
}
