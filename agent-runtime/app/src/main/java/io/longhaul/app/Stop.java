package io.longhaul.app;

import java.time.Duration;
import org.slf4j.LoggerFactory;

/** What a signal sets off. It ends, whatever a handler does. */
record Stop(Service service) implements Runnable {

  /** For handing back, closing the store and the last answers. */
  private static final Duration BEYOND_DRAIN = Duration.ofSeconds(10);

  private static final int SIGTERM = 143;

  @Override
  public void run() {
    Duration limit = service.drain().plus(BEYOND_DRAIN);
    Thread.ofPlatform().daemon().name("stop-limit").start(() -> haltAfter(limit));
    service.close();
  }

  private static void haltAfter(Duration limit) {
    try {
      Thread.sleep(limit);
    } catch (InterruptedException _) {
      return;
    }
    LoggerFactory.getLogger(Stop.class).error("The service did not stop in time, and is ended.");
    Runtime.getRuntime().halt(SIGTERM);
  }
}
