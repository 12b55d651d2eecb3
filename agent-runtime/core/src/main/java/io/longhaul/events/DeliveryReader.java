package io.longhaul.events;

import io.longhaul.agent.InvalidInput;
import io.longhaul.handler.Json;
import io.longhaul.handler.MalformedInput;
import io.longhaul.json.JsonText;
import io.longhaul.manifest.Trigger;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads events in AWS's shapes. What an event leaves out is filled in from the triggers, as AWS
 * would have: a message needs no more than its body, an object no more than its key.
 */
public final class DeliveryReader {

  private final String agent;
  private final Triggers triggers;
  private final Origin origin;
  private final JsonMapper mapper;
  private final Clock clock;

  /**
   * Reads for one agent.
   *
   * @param agent its name
   * @param triggers its manifest's
   */
  public DeliveryReader(
      String agent, List<Trigger> triggers, Origin origin, JsonMapper mapper, Clock clock) {
    this.agent = agent;
    this.triggers = new Triggers(triggers);
    this.origin = origin;
    this.mapper = mapper;
    this.clock = clock;
  }

  /**
   * Reads one delivery.
   *
   * @param trigger which trigger of that source, from 1; 0 = the first that fits
   * @throws MalformedInput if the body is no JSON
   * @throws InvalidInput if it does not fit, naming the field, or no trigger takes it
   */
  public Delivery read(EventSource source, Json body, int trigger) {
    new JsonText(mapper).requireJson(body);
    return switch (source) {
      case SQS ->
          new QueueEvents(origin, clock.instant())
              .read(event(body), triggers.of(Trigger.Sqs.class, source, trigger));
      case S3 ->
          new ObjectEvents(origin, clock.instant())
              .read(event(body), triggers.of(Trigger.S3.class, source, trigger));
      case SNS -> new TopicEvents(origin, clock.instant(), agent).read(event(body));
      case EVENTS ->
          new BusEvents(origin, clock.instant())
              .read(event(body), triggers.of(Trigger.Events.class, source, trigger));
      case SCHEDULE ->
          scheduled(body, triggers.of(Trigger.Schedule.class, source, trigger).getFirst());
    };
  }

  private ObjectNode event(Json body) {
    if (tree(body) instanceof ObjectNode event) {
      return event;
    }
    throw new InvalidInput("body", "expected an event, which is a JSON object");
  }

  private JsonNode tree(Json body) {
    try {
      return mapper.readTree(body.utf8());
    } catch (JacksonException e) {
      throw new MalformedInput("The event cannot be read: " + e.getOriginalMessage());
    }
  }

  /** Any other body than {} is the input of this one time. */
  private Delivery scheduled(Json body, Trigger.Schedule schedule) {
    var said = Json.of(schedule.input().json());
    var input = empty(body) ? said : body;
    return new Delivery.Scheduled(
        UUID.randomUUID().toString(),
        origin.arn("events", "rule/" + agent),
        clock.instant(),
        empty(input) ? null : input);
  }

  private boolean empty(Json body) {
    return tree(body) instanceof ObjectNode node && node.isEmpty();
  }
}
