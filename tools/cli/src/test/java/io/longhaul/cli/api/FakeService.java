package io.longhaul.cli.api;

import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.longhaul.cli.shell.Output;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/**
 * The HTTP contract without an engine. What a job does stands in its input: {@code {"do": "fail"}},
 * {@code "wait"} (until cancelled), {@code "drop"} (its first stream breaks off), {@code "die"}
 * (the process ends); any other succeeds and gives its input back.
 */
public final class FakeService implements AutoCloseable {

  private static final String PREFIX = "/-/";

  private final Map<String, JsonNode> inputs = new ConcurrentHashMap<>();
  private final Map<String, String> states = new ConcurrentHashMap<>();
  private final List<String> ids = new CopyOnWriteArrayList<>();
  private final List<Delivered> deliveries = new CopyOnWriteArrayList<>();
  private final AtomicInteger streams = new AtomicInteger();
  private final HttpServer server;

  public FakeService() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(PREFIX, this::answer);
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public int streams() {
    return streams.get();
  }

  /** What was delivered, in order. */
  public List<Delivered> deliveries() {
    return deliveries;
  }

  /** One delivery of events. */
  public record Delivered(String source, JsonNode event, String query, boolean async) {}

  /** Accepts a job as a caller would. */
  public String submit(String input) {
    var id = "job-" + ids.size();
    inputs.put(id, Output.JSON.readTree(input));
    states.put(id, word(id).isEmpty() ? "succeeded" : "running");
    ids.addFirst(id);
    return id;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath().substring(PREFIX.length()).split("/");
      switch (path[0]) {
        case "status" -> json(exchange, 200, Map.of("status", "healthy"));
        case "execute" -> execute(exchange);
        case "events" -> deliver(exchange, path[1]);
        default -> jobs(exchange, path);
      }
    }
  }

  private void execute(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (body.contains("nonsense")) {
      problem(exchange, 422, "Input does not fit", "nonsense: found it, expected nothing");
      return;
    }
    json(exchange, 202, Map.of("job_id", submit(body), "status", "queued"));
  }

  /** A message whose body has {@code "fail": N} is failed N times. */
  private void deliver(HttpExchange exchange, String source) throws IOException {
    var event = Output.JSON.readTree(exchange.getRequestBody().readAllBytes());
    if (event.toString().contains("nonsense")) {
      problem(exchange, 422, "Invalid input", "no trigger takes it");
      return;
    }
    var async = "respond-async".equals(exchange.getRequestHeaders().getFirst("Prefer"));
    var query = "" + exchange.getRequestURI().getQuery();
    var number = deliveries.size();
    deliveries.add(new Delivered(source, event, query, async));
    var done = new ArrayList<String>();
    var again = new ArrayList<String>();
    for (var record : event.path("Records")) {
      var fails =
          record.path("body").asString("").matches(".*\"fail\": [" + (number + 1) + "-9].*");
      (fails ? again : done).add(record.path("messageId").asString("one"));
    }
    var run = new LinkedHashMap<String, Object>();
    run.put("execution_id", "job-" + number);
    run.put("state", "succeeded");
    run.put("result", null);
    run.put("error", again.isEmpty() ? null : Map.of("type", "x", "message", "it broke"));
    run.put("done", done);
    run.put("again", again);
    json(exchange, async ? 202 : 200, Map.of("executions", List.of(run)));
  }

  private void jobs(HttpExchange exchange, String[] path) throws IOException {
    if (path.length == 1) {
      page(exchange);
    } else if (!states.containsKey(path[1])) {
      problem(exchange, 404, "Unknown job", "there is no job " + path[1]);
    } else {
      job(exchange, path[1], path.length == 2 ? exchange.getRequestMethod() : path[2]);
    }
  }

  private void job(HttpExchange exchange, String id, String what) throws IOException {
    switch (what) {
      case "events" -> events(exchange, id);
      case "result" -> json(exchange, 200, input(id));
      case "retry" -> retry(exchange, id);
      case "DELETE" -> change(exchange, id, "cancelled");
      default -> json(exchange, 200, view(id));
    }
  }

  /** Two to a page, so that every list has several. */
  private void page(HttpExchange exchange) throws IOException {
    var query = "" + exchange.getRequestURI().getQuery();
    var from =
        query.matches(".*cursor=\\d+.*")
            ? Integer.parseInt(query.replaceAll(".*cursor=(\\d+).*", "$1"))
            : 0;
    var to = Math.min(from + 2, ids.size());
    var page = new LinkedHashMap<String, Object>();
    page.put("jobs", ids.subList(from, to).stream().map(this::view).toList());
    page.put("next_cursor", to < ids.size() ? Integer.toString(to) : null);
    json(exchange, 200, page);
  }

  private void events(HttpExchange exchange, String id) throws IOException {
    var first = streams.getAndIncrement() == 0;
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    event(exchange, id);
    switch (word(id)) {
      case "die" -> Runtime.getRuntime().halt(9);
      case "fail" -> states.put(id, "failed");
      case "wait" -> awaitEnd(id);
      case "drop" -> states.put(id, first ? "running" : "succeeded");
      default -> states.put(id, "succeeded");
    }
    if (!state(id).equals("running")) {
      event(exchange, id);
    }
  }

  private void awaitEnd(String id) throws IOException {
    synchronized (states) {
      while (state(id).equals("running")) {
        try {
          states.wait();
        } catch (InterruptedException e) {
          throw new IOException(e);
        }
      }
    }
  }

  private void event(HttpExchange exchange, String id) throws IOException {
    var text =
        "id: 1\nevent: job\ndata: "
            + Output.JSON.writeValueAsString(view(id))
            + "\n\n: still there\n\n";
    exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
    exchange.getResponseBody().flush();
  }

  private void retry(HttpExchange exchange, String id) throws IOException {
    if (List.of("failed", "cancelled").contains(state(id))) {
      change(exchange, id, "queued");
    } else {
      problem(exchange, 409, "Wrong state", id + " is " + state(id));
    }
  }

  private void change(HttpExchange exchange, String id, String state) throws IOException {
    synchronized (states) {
      states.put(id, state);
      states.notifyAll();
    }
    json(exchange, 202, view(id));
  }

  private JsonNode input(String id) {
    return requireNonNull(inputs.get(id));
  }

  private String state(String id) {
    return requireNonNull(states.get(id));
  }

  private String word(String id) {
    return input(id).path("do").asString("");
  }

  private Map<String, Object> view(String id) {
    var view = new LinkedHashMap<String, Object>();
    view.put("job_id", id);
    view.put("state", state(id));
    view.put("attempt", 1);
    view.put("progress", Map.of("fraction", 0.5, "message", "half of " + id));
    view.put("created_at", "2026-11-24T10:00:00Z");
    view.put("started_at", "2026-11-24T10:00:01Z");
    view.put("finished_at", "2026-11-24T10:00:03.500Z");
    view.put(
        "error", state(id).equals("failed") ? Map.of("type", "x", "message", "it broke") : null);
    return view;
  }

  private static void problem(HttpExchange exchange, int status, String title, String detail)
      throws IOException {
    json(exchange, status, Map.of("title", title, "detail", detail, "success", false));
  }

  private static void json(HttpExchange exchange, int status, Object value) throws IOException {
    var body = Output.JSON.writeValueAsBytes(value);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
