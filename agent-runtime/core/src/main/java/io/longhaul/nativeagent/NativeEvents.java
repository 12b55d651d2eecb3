package io.longhaul.nativeagent;

import io.longhaul.events.Delivery;
import io.longhaul.events.EventRun;
import io.longhaul.events.EventShapes;
import io.longhaul.events.EventSource;
import io.longhaul.events.QueueMessage;
import io.longhaul.handler.Json;
import io.longhaul.handler.MalformedInput;
import io.longhaul.json.JsonText;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a native agent gets of an event: the content, without the envelope, as its own input. Every
 * message is an execution of its own, with its own attempts and checkpoints, so that one that fails
 * holds up no other.
 */
public final class NativeEvents implements EventShapes {

  private static final Json NOTHING = Json.of("{}");

  private final JsonMapper mapper;
  private final JsonText text;

  /**
   * Writes with the mapper.
   *
   * @param mapper from {@link io.longhaul.json.StrictJson}
   */
  public NativeEvents(JsonMapper mapper) {
    this.mapper = mapper;
    this.text = new JsonText(mapper);
  }

  @Override
  public List<EventRun> runs(Delivery delivery) {
    return switch (delivery) {
      case Delivery.QueueBatch batch -> batch.messages().stream().map(this::run).toList();
      case Delivery.Notification notification -> runs(notification);
      case Delivery.Scheduled(var id, _, _, var input) ->
          List.of(EventRun.whole(List.of(id), input == null ? NOTHING : input));
    };
  }

  private EventRun run(QueueMessage message) {
    return EventRun.whole(List.of(message.id()), content(message.body()));
  }

  private List<EventRun> runs(Delivery.Notification notification) {
    if (notification.source() == EventSource.EVENTS) {
      return List.of(EventRun.whole(notification.ids(), json(notification.event().path("detail"))));
    }
    var runs = new ArrayList<EventRun>();
    for (var record : notification.event().path("Records")) {
      var input =
          notification.source() == EventSource.S3
              ? json(mapper.valueToTree(StoredObject.of(record)))
              : content(record.path("Sns").path("Message").asString(""));
      runs.add(EventRun.whole(List.of(notification.ids().get(runs.size())), input));
    }
    return runs;
  }

  /** JSON as it is; any other text as a JSON string, which an agent that takes a text reads. */
  private Json content(String body) {
    var json = Json.of(body);
    try {
      text.requireJson(json);
      return json;
    } catch (MalformedInput _) {
      return Json.of(mapper.writeValueAsBytes(body));
    }
  }

  private Json json(JsonNode node) {
    return Json.of(mapper.writeValueAsBytes(node));
  }

  /**
   * An object that S3 told of, in snake case on the wire.
   *
   * @param key decoded
   * @param size in bytes; null for an object that was deleted
   * @param event as in ObjectCreated:Put
   */
  record StoredObject(
      String bucket,
      String key,
      @Nullable Long size,
      @Nullable String etag,
      @Nullable String versionId,
      String event,
      String time) {

    static StoredObject of(JsonNode record) {
      var object = record.path("s3").path("object");
      return new StoredObject(
          record.path("s3").path("bucket").path("name").asString(""),
          URLDecoder.decode(object.path("key").asString(""), StandardCharsets.UTF_8),
          object.path("size").canConvertToLong() ? object.path("size").asLong() : null,
          object.path("eTag").stringValue(null),
          object.path("versionId").stringValue(null),
          record.path("eventName").asString(""),
          record.path("eventTime").asString(""));
    }
  }
}
