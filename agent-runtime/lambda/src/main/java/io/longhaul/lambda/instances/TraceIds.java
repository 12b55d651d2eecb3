package io.longhaul.lambda.instances;

import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** X-Ray headers for calls that came without one: never sampled. */
final class TraceIds {

  private TraceIds() {}

  static String next(Instant now) {
    var random = ThreadLocalRandom.current();
    return "Root=1-%08x-%016x%08x;Parent=%016x;Sampled=0"
        .formatted(now.getEpochSecond(), random.nextLong(), random.nextInt(), random.nextLong());
  }
}
