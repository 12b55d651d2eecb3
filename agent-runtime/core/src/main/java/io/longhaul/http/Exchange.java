package io.longhaul.http;

import io.longhaul.handler.Json;
import io.longhaul.jobs.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One call and its answer. Not for use by several threads at once. */
public final class Exchange {

  private static final String JSON = "application/json";

  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final Target.Found target;
  private final Caller caller;
  private final Bodies bodies;
  private final JsonMapper mapper;

  Exchange(
      HttpServletRequest request,
      HttpServletResponse response,
      Target.Found target,
      Caller caller,
      Bodies bodies,
      JsonMapper mapper) {
    this.request = request;
    this.response = response;
    this.target = target;
    this.caller = caller;
    this.bodies = bodies;
    this.mapper = mapper;
  }

  /** Who calls. */
  public Caller caller() {
    return caller;
  }

  /** The path as sent, decoded. */
  public String path() {
    return request.getServletPath();
  }

  /** A path of the contract as this caller reaches it: with the prefix that this call came by. */
  public String link(String path) {
    return target.prefix() + path;
  }

  /** What stands in a variable segment of the path. */
  public String variable(String name) {
    return target.variables().getOrDefault(name, "");
  }

  /** The first value of a query parameter. */
  public @Nullable String query(String name) {
    try {
      return request.getParameter(name);
    } catch (InvalidParameterException _) { // Tomcat cannot decode the query
      throw new Problem(
              ProblemType.INVALID_PARAMETER,
              "The query cannot be read: it has a broken %-escape, or too many parameters.")
          .field(name);
    }
  }

  /** The first value of a header. */
  public @Nullable String header(String name) {
    return request.getHeader(name);
  }

  /** Every value of a header. */
  public Iterable<String> headers(String name) {
    return () -> request.getHeaders(name).asIterator();
  }

  /**
   * Reads the JSON body, without looking into it.
   *
   * @throws Problem if it is no JSON by its type, or too large
   */
  public Json body() throws IOException {
    return Json.of(bodies.json(request));
  }

  /**
   * Reads the body, whatever type it is said to have.
   *
   * @throws Problem if it is too large, or encoded
   */
  public byte[] bytes() throws IOException {
    return bodies.any(request);
  }

  /** Sets a header of the answer, before the answer is sent. */
  public Exchange with(String name, String value) {
    response.setHeader(name, value);
    return this;
  }

  /** Answers with a value written as JSON. */
  public void json(int status, Object value) throws IOException {
    send(status, JSON, mapper.writeValueAsBytes(value));
  }

  /** Answers with JSON that is already written, in parts. */
  public void written(int status, byte[]... parts) throws IOException {
    send(status, JSON, parts);
  }

  /** Answers without a body. */
  public void empty(int status) {
    response.setStatus(status);
  }

  /** Answers with bytes, given in parts. */
  public void send(int status, String contentType, byte[]... parts) throws IOException {
    begin(status, contentType);
    long length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    response.setContentLengthLong(length);
    var out = response.getOutputStream();
    for (byte[] part : parts) {
      out.write(part);
    }
  }

  /** Begins an answer of unknown length. */
  public EventStream stream() throws IOException {
    begin(200, "text/event-stream");
    response.setHeader("Cache-Control", "no-store");
    // a proxy that buffers would hold events back
    response.setHeader("X-Accel-Buffering", "no");
    return new EventStream(response.getOutputStream(), response::flushBuffer);
  }

  /** Begins an answer of unknown length; who writes decides when it is flushed. */
  public OutputStream open(int status, String contentType) throws IOException {
    begin(status, contentType);
    return response.getOutputStream();
  }

  /** The value as this exchange would write it. */
  public byte[] write(Object value) {
    return mapper.writeValueAsBytes(value);
  }

  private void begin(int status, String contentType) {
    response.setStatus(status);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentType(contentType);
  }
}
