package io.longhaul.lambda.extensions;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** Something that subscribers learn. */
record TelemetryEvent(Instant time, String type, JsonNode content) {

  /** What a subscription calls its kind: platform, function or extension. */
  String kind() {
    int dot = type.indexOf('.');
    return dot < 0 ? type : type.substring(0, dot);
  }
}
