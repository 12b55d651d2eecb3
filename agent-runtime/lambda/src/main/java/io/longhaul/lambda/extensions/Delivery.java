package io.longhaul.lambda.extensions;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Posts batches to a subscriber. What it does not take is dropped, and told with the next one. */
final class Delivery implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  private final JsonMapper mapper;
  private final HttpClient http;
  private final URI destination;
  private int dropped;

  Delivery(JsonMapper mapper, HttpClient http, URI destination) {
    this.mapper = mapper;
    this.http = http;
    this.destination = destination;
  }

  void send(List<TelemetryEvent> batch) throws InterruptedException {
    try {
      var request =
          HttpRequest.newBuilder(destination)
              .header("Content-Type", "application/json")
              .timeout(Duration.ofSeconds(5))
              .POST(BodyPublishers.ofByteArray(body(batch)))
              .build();
      int status = http.send(request, BodyHandlers.discarding()).statusCode();
      if (status / 100 != 2) {
        dropped(batch.size());
        LOG.warn("A subscriber answered {} to {} telemetry events", status, batch.size());
      }
    } catch (IOException e) {
      dropped(batch.size());
      LOG.warn("A subscriber did not take {} telemetry events: {}", batch.size(), e.toString());
    }
  }

  /** Counts events that were lost. */
  synchronized void dropped(int events) {
    dropped += events;
  }

  private synchronized byte[] body(List<TelemetryEvent> batch) {
    var events = mapper.createArrayNode();
    for (var event : batch) {
      var one = events.addObject().put("time", event.time().toString()).put("type", event.type());
      one.set("record", event.content());
    }
    if (dropped > 0) {
      var one = events.addObject().put("time", batch.getLast().time().toString());
      one.put("type", "platform.logsDropped");
      one.putObject("record")
          .put("reason", "Subscriber did not take them")
          .put("droppedRecords", dropped);
      dropped = 0;
    }
    return mapper.writeValueAsBytes(events);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
