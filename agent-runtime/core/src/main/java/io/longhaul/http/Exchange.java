package io.longhaul.http;

import io.longhaul.handler.Json;
import io.longhaul.jobs.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.coyote.CloseNowException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One call and its answer. Not for use by several threads at once. */
public final class Exchange {

  private static final String JSON = "application/json";

  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final String prefix;
  private final Map<String, String> variables;
  private final Admission admission;
  private final Body body;
  private final JsonMapper mapper;

  Exchange(
      HttpServletRequest request,
      HttpServletResponse response,
      String prefix,
      Map<String, String> variables,
      Admission admission,
      Body body,
      JsonMapper mapper) {
    this.request = request;
    this.response = response;
    this.prefix = prefix;
    this.variables = variables;
    this.admission = admission;
    this.body = body;
    this.mapper = mapper;
  }

  /** Who calls. */
  public Caller caller() {
    return admission.caller();
  }

  /** What the caller's verified token says, by claim; empty where no token was asked. */
  public Map<String, Object> claims() {
    return admission.claims();
  }

  /** The method as sent. */
  public String method() {
    return request.getMethod();
  }

  /** How the caller's connection speaks, such as {@code HTTP/1.1}. */
  public String protocol() {
    return request.getProtocol();
  }

  /** {@code http} or {@code https}, as the caller wrote it. */
  public String scheme() {
    return request.getScheme();
  }

  /** The port that the caller called. */
  public int port() {
    return request.getServerPort();
  }

  /** The address of who is connected: behind a load balancer, its address. */
  public String peer() {
    return request.getRemoteAddr();
  }

  /** The path as sent, not decoded. */
  public String rawPath() {
    return request.getRequestURI();
  }

  /** The query as sent, without its question mark; null if there is none. */
  public @Nullable String rawQuery() {
    return request.getQueryString();
  }

  /** The path as sent, decoded. */
  public String path() {
    return request.getServletPath();
  }

  /** A path of the contract as this caller reaches it: with the prefix that this call came by. */
  public String link(String path) {
    return prefix + path;
  }

  /** What stands in a variable segment of the path. */
  public String variable(String name) {
    return variables.getOrDefault(name, "");
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

  /** Every header with its values, in the order and with the names that were sent. */
  public Map<String, List<String>> headers() {
    var all = new LinkedHashMap<String, List<String>>();
    for (String name : Collections.list(request.getHeaderNames())) {
      all.put(name, Collections.list(request.getHeaders(name)));
    }
    return all;
  }

  /**
   * Reads the JSON body, once, without looking into it.
   *
   * @throws Problem if it is no JSON by its type, or too large
   */
  public Json body() throws IOException {
    return Json.of(body.takeJson());
  }

  /**
   * Reads the body, once, whatever type it is said to have.
   *
   * @throws Problem if it is too large, or encoded; a fallback gets it as it was sent
   */
  public byte[] bytes() throws IOException {
    return body.take();
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

  /**
   * Begins an answer that is somebody else's: nothing is added to it.
   *
   * @param headers without those that frame the body
   * @param length of the body; negative if it is not known yet
   */
  public OutputStream open(int status, List<Header> headers, long length) throws IOException {
    response.setStatus(status);
    headers.forEach(header -> response.addHeader(header.name(), header.value()));
    if (length >= 0) {
      response.setContentLengthLong(length);
    }
    return response.getOutputStream();
  }

  /**
   * What an endpoint throws to close the connection under an answer that has begun, so that nobody
   * takes it for whole.
   */
  public static IOException brokenOff(String reason) {
    return new CloseNowException(reason);
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
