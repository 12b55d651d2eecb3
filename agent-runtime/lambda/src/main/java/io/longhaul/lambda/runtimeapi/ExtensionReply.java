package io.longhaul.lambda.runtimeapi;

import io.longhaul.handler.Json;
import java.util.Map;

/** An answer to an extension. */
public record ExtensionReply(int status, Map<String, String> headers, Json body) {

  /** An answer without headers of its own. */
  public static ExtensionReply of(int status, Json body) {
    return new ExtensionReply(status, Map.of(), body);
  }
}
