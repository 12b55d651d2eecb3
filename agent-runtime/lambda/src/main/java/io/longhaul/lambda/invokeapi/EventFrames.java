package io.longhaul.lambda.invokeapi;

import io.longhaul.http.Exchange;
import io.longhaul.jobs.Answer;
import io.longhaul.lambda.calls.LogTail;
import io.longhaul.lambda.calls.ResponseSink;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer in AWS's event stream: a frame for each part, and one that says how the call ended.
 * After {@link #close()} nothing is written: a call that has timed out may still run.
 */
final class EventFrames implements ResponseSink, AutoCloseable {

  static final String TYPE = "application/vnd.amazon.eventstream";

  private final Exchange exchange;
  private final JsonMapper mapper;
  private String id = "";
  private @Nullable OutputStream out;
  private boolean closed;

  EventFrames(Exchange exchange, JsonMapper mapper) {
    this.exchange = exchange;
    this.mapper = mapper;
  }

  /** Tells the execution's id. */
  synchronized void name(String executionId) {
    id = executionId;
  }

  @Override
  public synchronized void begin(String contentType) throws IOException {
    var _ = open();
  }

  @Override
  public synchronized void write(byte[] part) throws IOException {
    frame("PayloadChunk", "application/octet-stream", part);
  }

  /** Says how the call ended; an answer that came whole is one part. */
  synchronized void end(Answer answer, FunctionErrors errors, @Nullable LogTail tail)
      throws IOException {
    id = answer.id().toString();
    var complete = new LinkedHashMap<String, String>();
    if (answer instanceof Answer.Succeeded(var _, var result)) {
      if (out == null) {
        write(result.utf8());
      }
    } else {
      var report = mapper.readTree(errors.report(answer, exchange));
      complete.put("ErrorCode", report.path("errorType").asString("Unhandled"));
      complete.put("ErrorDetails", report.toString());
    }
    if (tail != null) {
      complete.put("LogResult", Base64.getEncoder().encodeToString(tail.bytes()));
    }
    frame("InvokeComplete", "application/json", mapper.writeValueAsBytes(complete));
  }

  private OutputStream open() throws IOException {
    var open = out;
    if (open == null) {
      exchange.with(RequestId.HEADER, id).with(InvokeEndpoint.VERSION, "$LATEST");
      open = exchange.open(200, TYPE);
      out = open;
    }
    return open;
  }

  private void frame(String type, String contentType, byte[] payload) throws IOException {
    if (closed) {
      throw new IOException("Its caller was answered already");
    }
    var headers = new LinkedHashMap<String, HeaderValue>();
    headers.put(":message-type", HeaderValue.fromString("event"));
    headers.put(":event-type", HeaderValue.fromString(type));
    headers.put(":content-type", HeaderValue.fromString(contentType));
    var open = open();
    new Message(Map.copyOf(headers), payload).encode(open);
    open.flush();
  }

  @Override
  public synchronized void close() {
    closed = true;
  }
}
