package io.longhaul.lambda.httpevents;

import io.longhaul.http.Header;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What comes before the body of an answer: also the prelude of one that streams.
 *
 * @param headers cookies among them; none that frames the body
 * @param length what the function says of the body's length; negative if nothing
 */
record AnswerHead(int status, List<Header> headers, long length) {

  private static final int LEAST = 200;
  private static final int MOST = 599;

  /**
   * Reads {@code statusCode}, {@code headers}, {@code multiValueHeaders} and {@code cookies}.
   *
   * @throws Malformed if one is missing or of another form than the kind of front takes
   */
  static AnswerHead of(AnswerRules rules, JsonNode answer) throws Malformed {
    int status = status(answer.path("statusCode"));
    var headers = new AnswerHeaders();
    if (rules.multiValue()) {
      headers.addLists(answer.path("multiValueHeaders"));
    }
    headers.addSingle(answer.path("headers"));
    if (rules.payloadV2()) {
      headers.addCookies(answer.path("cookies"));
    }
    return new AnswerHead(status, headers.list(), headers.length());
  }

  /** A status alone. */
  static AnswerHead of(int status) {
    return new AnswerHead(status, List.of(), -1);
  }

  /** One of the front's own making. */
  static AnswerHead json(int status) {
    return new AnswerHead(status, List.of(new Header("Content-Type", "application/json")), -1);
  }

  /** With a type, if a body that has none follows. */
  AnswerHead withType(String contentType) {
    if (!hasBody() || headers.stream().anyMatch(h -> h.name().equalsIgnoreCase("content-type"))) {
      return this;
    }
    return plus(new Header("Content-Type", contentType));
  }

  AnswerHead plus(Header header) {
    var more = new ArrayList<>(headers);
    more.add(header);
    return new AnswerHead(status, List.copyOf(more), length);
  }

  /** Without what the function itself says about origins. */
  AnswerHead withoutCors() {
    var left =
        headers.stream()
            .filter(h -> !h.name().regionMatches(true, 0, "access-control-", 0, 15))
            .toList();
    return new AnswerHead(status, left, length);
  }

  /** RFC 9110, section 6.4.1: such answers end with their headers. */
  boolean hasBody() {
    return status != 204 && status != 304;
  }

  /** Some frameworks write it as a text. */
  private static int status(JsonNode node) throws Malformed {
    int status =
        node.isIntegralNumber() && node.canConvertToInt()
            ? node.intValue()
            : node.isString() && node.stringValue().matches("[0-9]{3}")
                ? Integer.parseInt(node.stringValue())
                : 0;
    if (status < LEAST || status > MOST) {
      throw new Malformed("statusCode is no status from 200 to 599");
    }
    return status;
  }
}
