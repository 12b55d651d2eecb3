package io.longhaul.lambda.httpevents;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.JsonNode;

/** Reads the body of a function's answer. */
final class AnswerBody {

  private AnswerBody() {}

  /**
   * The bytes of {@code body}.
   *
   * @throws Malformed if it is no text, or said to be base64 and is not
   */
  static byte[] of(JsonNode answer) throws Malformed {
    JsonNode body = answer.path("body");
    if (body.isMissingNode() || body.isNull()) {
      return new byte[0];
    }
    if (!body.isString()) {
      throw new Malformed("body is no text: write JSON into one");
    }
    if (!answer.path("isBase64Encoded").asBoolean(false)) {
      return body.stringValue().getBytes(StandardCharsets.UTF_8);
    }
    try {
      return Base64.getMimeDecoder().decode(body.stringValue());
    } catch (IllegalArgumentException e) {
      throw new Malformed("body is no base64, as isBase64Encoded says: " + e.getMessage());
    }
  }
}
