package io.longhaul.agents.linkauditor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A site on loopback that a test fills; keeps every request. */
final class TestSite implements AutoCloseable {

  /** Answers one request. */
  interface Handler {
    void answer(HttpExchange exchange) throws IOException, InterruptedException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Handler> handlers = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger underway = new AtomicInteger();
  private final AtomicInteger mostUnderway = new AtomicInteger();

  TestSite() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    requests.add(exchange.getRequestMethod() + " " + path);
    mostUnderway.accumulateAndGet(underway.incrementAndGet(), Math::max);
    try (exchange) {
      handlers.getOrDefault(path, e -> send(e, 404, "text/html", "gone")).answer(exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      underway.decrementAndGet();
    }
  }

  String url(String path) {
    return "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path);
  }

  TestSite on(String path, Handler handler) {
    handlers.put(path, handler);
    return this;
  }

  /** Lets what is there answer later. */
  TestSite delay(String path, Duration time) {
    handlers.computeIfPresent(
        path,
        (_, handler) ->
            exchange -> {
              Thread.sleep(time); // the page is slow, not the test
              handler.answer(exchange);
            });
    return this;
  }

  /** A page whose links are these addresses. */
  TestSite page(String path, String... links) {
    StringBuilder html = new StringBuilder("<html><body>");
    for (String link : links) {
      html.append("<a href=\"").append(link).append("\">to ").append(link).append("</a>\n");
    }
    return html(path, html.toString());
  }

  TestSite html(String path, String html) {
    return on(path, exchange -> send(exchange, 200, "text/html; charset=utf-8", html));
  }

  TestSite text(String path, String text) {
    return on(path, exchange -> send(exchange, 200, "text/plain", text));
  }

  TestSite status(String path, int status) {
    return on(path, exchange -> send(exchange, status, "text/html", ""));
  }

  TestSite redirect(String path, int status, String to) {
    return on(
        path,
        exchange -> {
          exchange.getResponseHeaders().add("Location", to);
          exchange.sendResponseHeaders(status, -1);
        });
  }

  static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
    send(exchange, status, type, text.getBytes(StandardCharsets.UTF_8));
  }

  static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", type);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
    if (!head) {
      exchange.getResponseBody().write(body);
    }
  }

  /** Such as {@code GET /about}, in order. */
  List<String> requests() {
    return requests;
  }

  long count(String request) {
    return requests.stream().filter(request::equals).count();
  }

  int mostUnderway() {
    return mostUnderway.get();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
