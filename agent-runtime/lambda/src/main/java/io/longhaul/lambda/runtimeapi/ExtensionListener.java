package io.longhaul.lambda.runtimeapi;

import io.longhaul.handler.Json;
import java.util.function.Consumer;

/** Takes what the extensions of one instance say. On network threads: must not block. */
public interface ExtensionListener {

  /**
   * One makes itself known.
   *
   * @param wanted its request's body: the events it wants
   */
  ExtensionReply register(String name, Json wanted);

  /**
   * It asks for its next event, and waits.
   *
   * @param poll takes the answer, once, now or later, from any thread
   */
  void next(String identifier, Consumer<ExtensionReply> poll);

  /**
   * It tells that it cannot start, or cannot go on.
   *
   * @param phase init or exit
   */
  ExtensionReply failed(String identifier, String phase, Report report);

  /** It wants logs and metrics of the instance sent to a port of its own. */
  ExtensionReply subscribe(String identifier, Json subscription);
}
