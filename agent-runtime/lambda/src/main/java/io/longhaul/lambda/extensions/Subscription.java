package io.longhaul.lambda.extensions;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Collects events for one subscriber and sends them in batches, on a thread of its own. */
final class Subscription implements AutoCloseable {

  /** The name that Lambda gives the environment, and what it stands for on this machine. */
  private static final Set<String> HERE =
      Set.of("sandbox.localdomain", "sandbox", "localhost", "127.0.0.1");

  private static final Set<String> KINDS = Set.of("platform", "function", "extension");

  /** What a subscriber that hangs may make us keep. */
  private static final int MOST_WAITING = 10_000;

  /** How late the end of the instance may be noticed. */
  private static final Duration MOMENT = Duration.ofMillis(100);

  /** How long the last batch may take when an instance ends. */
  private static final Duration LAST = Duration.ofSeconds(1);

  private final Set<String> types;
  private final int items;
  private final long nanos;
  private final Delivery delivery;
  private final BlockingQueue<TelemetryEvent> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
  private final Thread thread;
  private volatile boolean closed;

  private Subscription(Set<String> types, int items, Duration longest, Delivery delivery) {
    this.types = types;
    this.items = items;
    this.nanos = longest.toNanos();
    this.delivery = delivery;
    this.thread = Thread.ofVirtual().name("longhaul-telemetry").start(this::send);
  }

  /**
   * Begins what a request asks for.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static Subscription read(JsonMapper mapper, JsonNode request) {
    var types =
        request.path("types").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    if (types.isEmpty() || !KINDS.containsAll(types)) {
      throw new IllegalArgumentException("types must be some of platform, function, extension");
    }
    var buffering = request.path("buffering");
    return new Subscription(
        types,
        buffering.path("maxItems").asInt(1000),
        Duration.ofMillis(buffering.path("timeoutMs").asInt(1000)),
        new Delivery(mapper, HttpClient.newHttpClient(), destination(request.path("destination"))));
  }

  private static URI destination(JsonNode destination) {
    var uri = destination.path("URI").asString(destination.path("uri").asString(""));
    if (!destination.path("protocol").asString("HTTP").equals("HTTP")) {
      throw new IllegalArgumentException("destination.protocol must be HTTP: TCP is not offered");
    }
    var asked = URI.create(uri);
    if (!"http".equals(asked.getScheme()) || !HERE.contains(asked.getHost())) {
      throw new IllegalArgumentException(
          "destination.URI must be on http://sandbox.localdomain, and is " + uri);
    }
    return URI.create(uri.replaceFirst(asked.getHost(), "127.0.0.1"));
  }

  Set<String> types() {
    return types;
  }

  /** Takes an event, if it is wanted. */
  void offer(TelemetryEvent event) {
    if (types.contains(event.kind()) && !waiting.offer(event)) {
      delivery.dropped(1);
    }
  }

  private void send() {
    try {
      while (!closed || !waiting.isEmpty()) {
        var batch = batch();
        if (batch != null) {
          delivery.send(batch);
        }
      }
    } catch (InterruptedException _) {
      // the instance is gone
    }
  }

  /** What came within the subscriber's time; null: nothing for a moment. */
  private @Nullable List<TelemetryEvent> batch() throws InterruptedException {
    var first = waiting.poll(MOMENT.toNanos(), TimeUnit.NANOSECONDS);
    if (first == null) {
      return null;
    }
    var batch = new ArrayList<TelemetryEvent>();
    batch.add(first);
    long end = System.nanoTime() + nanos;
    while (batch.size() < items) {
      long left = closed ? 0 : Math.min(end - System.nanoTime(), MOMENT.toNanos());
      var next = waiting.poll(left, TimeUnit.NANOSECONDS);
      if (next != null) {
        batch.add(next);
      } else if (left < MOMENT.toNanos()) {
        break;
      }
    }
    return batch;
  }

  /** Sends what is left, for a moment. */
  @Override
  public void close() {
    closed = true;
    try {
      if (!thread.join(LAST)) {
        thread.interrupt();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    delivery.close();
  }
}
