package io.longhaul.endpoints;

import io.longhaul.http.Exchange;
import io.longhaul.jobs.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** How an output is answered. The handler's bytes are passed on as they are. */
enum OutputForm {
  /** In an envelope with the execution's id. */
  ENVELOPE {
    @Override
    void send(Exchange exchange, Answer.Succeeded answer) throws IOException {
      byte[] end = ascii(",\"execution_id\":\"" + answer.id() + "\"}");
      exchange.written(200, BEGIN, answer.result().utf8(), end);
    }
  },
  /** As it is. */
  BARE {
    @Override
    void send(Exchange exchange, Answer.Succeeded answer) throws IOException {
      exchange.written(200, answer.result().utf8());
    }
  };

  private static final byte[] BEGIN = ascii("{\"success\":true,\"result\":");

  abstract void send(Exchange exchange, Answer.Succeeded answer) throws IOException;

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
