package io.longhaul.lambda.queueevents;

import io.longhaul.events.Delivery;
import io.longhaul.events.EventRun;
import io.longhaul.events.EventShapes;
import io.longhaul.events.Origin;
import io.longhaul.events.QueueMessage;
import io.longhaul.handler.Json;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The shapes that AWS documents, field by field. What AWS itself wrote as JSON is passed on as it
 * came; a queue's messages and the times of a schedule are written here, as Lambda's pollers do.
 */
public final class AwsEvents implements EventShapes {

  private final Origin origin;
  private final JsonMapper mapper;

  /** Writes with the mapper. */
  public AwsEvents(Origin origin, JsonMapper mapper) {
    this.origin = origin;
    this.mapper = mapper;
  }

  @Override
  public List<EventRun> runs(Delivery delivery) {
    return switch (delivery) {
      case Delivery.QueueBatch batch -> batches(batch);
      case Delivery.Notification(_, var ids, var event) ->
          List.of(EventRun.whole(ids, json(event)));
      case Delivery.Scheduled scheduled ->
          List.of(EventRun.whole(List.of(scheduled.id()), input(scheduled)));
    };
  }

  private List<EventRun> batches(Delivery.QueueBatch batch) {
    var runs = new ArrayList<EventRun>();
    var messages = batch.messages();
    for (int from = 0; from < messages.size(); from += batch.most()) {
      int to = Math.min(messages.size(), from + batch.most());
      runs.add(run(batch.queueArn(), messages.subList(from, to)));
    }
    return runs;
  }

  private EventRun run(String queueArn, List<QueueMessage> messages) {
    var event = mapper.createObjectNode();
    var records = event.putArray("Records");
    var writer = new SqsRecord(mapper, queueArn);
    messages.forEach(message -> records.add(writer.of(message)));
    var ids = messages.stream().map(QueueMessage::id).toList();
    var input = json(event);
    return new EventRun(
        ids, input, StoredBatch.of(input), answer -> BatchAnswer.again(ids, answer, mapper));
  }

  /** A schedule with an input gives that and nothing else, as on EventBridge. */
  private Json input(Delivery.Scheduled scheduled) {
    var input = scheduled.input();
    return input == null ? json(event(scheduled)) : input;
  }

  private ObjectNode event(Delivery.Scheduled scheduled) {
    var event = mapper.createObjectNode();
    event.put("version", "0").put("id", scheduled.id()).put("detail-type", "Scheduled Event");
    event.put("source", "aws.events").put("account", origin.account());
    event.put("time", scheduled.at().truncatedTo(ChronoUnit.SECONDS).toString());
    event.put("region", origin.region()).putArray("resources").add(scheduled.ruleArn());
    event.putObject("detail");
    return event;
  }

  private Json json(JsonNode node) {
    return Json.of(mapper.writeValueAsBytes(node));
  }
}
