package io.longhaul.lambda.httpevents;

import io.longhaul.http.Exchange;
import io.longhaul.lambda.calls.ResponseSink;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An answer that a function sends in parts. Its client may put a prelude before the body, with
 * status, headers and cookies. After {@link #close()} nothing is sent: a call that has timed out
 * may still run.
 */
final class AnswerStream implements ResponseSink, AutoCloseable {

  /** How AWS's clients name a body that begins with a prelude. */
  private static final String WITH_PRELUDE = "application/vnd.awslambda.http-integration-response";

  private static final String WITHOUT_TYPE = "application/octet-stream";

  private final Exchange exchange;
  private final AnswerRules rules;
  private final UnaryOperator<AnswerHead> finish;
  private @Nullable Prelude prelude;
  private @Nullable OutputStream out;
  private boolean streamed;
  private boolean closed;

  /**
   * Sends nothing yet.
   *
   * @param finish adds what the front itself says in a head
   */
  AnswerStream(Exchange exchange, AnswerRules rules, UnaryOperator<AnswerHead> finish) {
    this.exchange = exchange;
    this.rules = rules;
    this.finish = finish;
  }

  @Override
  public synchronized void begin(String contentType) throws IOException {
    streamed = true;
    if (contentType.equals(WITH_PRELUDE)) {
      prelude = new Prelude(rules);
    } else {
      open(AnswerHead.of(200).withType(contentType.isEmpty() ? WITHOUT_TYPE : contentType));
    }
  }

  @Override
  public synchronized void write(byte[] part) throws IOException {
    var before = prelude;
    if (before == null) {
      send(part);
      return;
    }
    byte[] body = before.add(part);
    if (body != null) {
      prelude = null;
      open(before.head());
      send(body);
    }
  }

  private void open(AnswerHead head) throws IOException {
    requireOpen();
    var own = finish.apply(head);
    var opened = exchange.open(own.status(), own.headers(), -1);
    opened.flush();
    out = opened;
  }

  private void send(byte[] part) throws IOException {
    requireOpen();
    var open = out;
    if (open != null && part.length > 0) {
      open.write(part);
      open.flush();
    }
  }

  private void requireOpen() throws IOException {
    if (closed) {
      throw new IOException("Its caller was answered already");
    }
  }

  /** Whether a head has been sent, so that no other answer can be. */
  synchronized boolean begun() {
    return out != null;
  }

  /** Whether parts came of which none could be sent, because no prelude could be read from them. */
  synchronized boolean unreadable() {
    return streamed && out == null;
  }

  @Override
  public synchronized void close() {
    closed = true;
  }
}
