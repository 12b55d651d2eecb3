package io.longhaul.lambda.calls;

import io.longhaul.handler.Handler;
import io.longhaul.handler.Json;

/** A handler that can be given more with a call than its input. */
@FunctionalInterface
public interface Invocable {

  /**
   * As {@link Handler#bind}.
   *
   * @param options for this call alone
   */
  Handler.Call bind(Json event, CallOptions options);

  /** A handler as one of these: native agents know no options, and never answer in parts. */
  static Invocable of(Handler handler) {
    return handler instanceof Invocable invocable ? invocable : (event, _) -> handler.bind(event);
  }
}
