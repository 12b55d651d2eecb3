package io.longhaul.lambda.httpevents;

import io.longhaul.handler.Json;
import io.longhaul.http.Exchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer that was read whole. */
final class HttpAnswer {

  /** A body is one text, of any length that the service lets a function answer. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
                  .build())
          .build();

  private final AnswerHead head;
  private final byte[] body;

  private HttpAnswer(AnswerHead head, byte[] body) {
    this.head = head;
    this.body = body;
  }

  /**
   * Reads what a function answered.
   *
   * @throws Malformed if it is no answer that this kind of front takes
   */
  static HttpAnswer of(AnswerRules rules, Json result) throws Malformed {
    JsonNode answer = tree(result);
    if (rules.payloadV2() && !answer.hasNonNull("statusCode")) {
      return new HttpAnswer(AnswerHead.json(200), whole(answer, result));
    }
    byte[] body = AnswerBody.of(answer);
    AnswerHead head = AnswerHead.of(rules, answer);
    return new HttpAnswer(head.withType(rules.contentType()), body);
  }

  /** One of the front's own making. */
  static HttpAnswer json(int status, byte[] body) {
    return new HttpAnswer(AnswerHead.json(status), body);
  }

  /** The same under another head. */
  HttpAnswer under(AnswerHead other) {
    return new HttpAnswer(other, body);
  }

  AnswerHead head() {
    return head;
  }

  byte[] body() {
    return body;
  }

  /** Sends it. The server itself leaves out the body where the method is HEAD. */
  void send(Exchange exchange) throws IOException {
    if (!head.hasBody()) {
      exchange.open(head.status(), head.headers(), -1).close();
      return;
    }
    boolean told = exchange.method().equals("HEAD") && body.length == 0 && head.length() >= 0;
    exchange.open(head.status(), head.headers(), told ? head.length() : body.length).write(body);
  }

  /** A text is the body itself, every other JSON as it is written. */
  private static byte[] whole(JsonNode answer, Json result) {
    return answer.isString()
        ? answer.stringValue().getBytes(StandardCharsets.UTF_8)
        : result.utf8();
  }

  static JsonNode tree(Json result) throws Malformed {
    try {
      return MAPPER.readTree(result.utf8());
    } catch (JacksonException _) {
      throw new Malformed("it is no JSON");
    }
  }
}
