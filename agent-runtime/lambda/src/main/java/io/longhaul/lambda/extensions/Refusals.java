package io.longhaul.lambda.extensions;

import io.longhaul.handler.Json;
import io.longhaul.lambda.runtimeapi.ExtensionReply;
import tools.jackson.databind.json.JsonMapper;

/** What extensions are answered that ask for the wrong thing, in Lambda's words. */
record Refusals(JsonMapper mapper) {

  ExtensionReply of(String type, String message) {
    var body =
        mapper
            .createObjectNode()
            .put("errorType", "Extension." + type)
            .put("errorMessage", message);
    return ExtensionReply.of(403, Json.of(mapper.writeValueAsBytes(body)));
  }

  ExtensionReply unknown(String identifier) {
    return identifier.isEmpty()
        ? of("MissingExtensionIdentifier", "The header Lambda-Extension-Identifier is missing")
        : of("UnknownExtensionIdentifier", "No extension has registered as " + identifier);
  }

  ExtensionReply accepted() {
    return ExtensionReply.of(202, Json.of("{\"status\":\"OK\"}"));
  }
}
