package io.longhaul.lambda.httpevents;

import io.longhaul.handler.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** JSON with status, headers and cookies, and eight zero bytes, before the body of a stream. */
final class Prelude {

  private static final int ZEROS = 8;

  /** More than any server takes as headers. */
  private static final int LONGEST = 1 << 18;

  private final AnswerRules rules;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int zeros;
  private @Nullable AnswerHead head;

  Prelude(AnswerRules rules) {
    this.rules = rules;
  }

  /**
   * Takes a part.
   *
   * @return what of it belongs to the body; null while the prelude goes on
   * @throws IOException if it is none
   */
  byte @Nullable [] add(byte[] part) throws IOException {
    for (int i = 0; i < part.length; i++) {
      zeros = part[i] == 0 ? zeros + 1 : 0;
      bytes.write(part[i]);
      if (zeros == ZEROS) {
        head = read(Arrays.copyOf(bytes.toByteArray(), bytes.size() - ZEROS));
        return Arrays.copyOfRange(part, i + 1, part.length);
      }
    }
    if (bytes.size() > LONGEST) {
      throw new IOException("The prelude of a streamed answer has no end");
    }
    return null;
  }

  private AnswerHead read(byte[] json) throws IOException {
    try {
      if (!(HttpAnswer.tree(Json.of(json)) instanceof ObjectNode answer)) {
        throw new Malformed("the prelude is no object");
      }
      if (!answer.hasNonNull("statusCode")) {
        answer.put("statusCode", 200);
      }
      return AnswerHead.of(rules, answer).withType(rules.contentType());
    } catch (Malformed e) {
      throw new IOException("The prelude of a streamed answer: " + e.getMessage(), e);
    }
  }

  /** What it says, once it has ended. */
  AnswerHead head() {
    var read = head;
    if (read == null) {
      throw new IllegalStateException("The prelude has not ended");
    }
    return read;
  }
}
