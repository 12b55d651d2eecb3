package io.longhaul.jobs;

import io.longhaul.handler.Json;

/** How a handler came to its end. */
sealed interface Ending {

  /** It answered. */
  record Returned(Json result) implements Ending {}

  /** It threw. */
  record Threw(Throwable cause) implements Ending {}
}
