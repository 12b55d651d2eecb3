package io.longhaul.events;

import io.longhaul.agent.InvalidInput;
import io.longhaul.manifest.Trigger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** Reads EventBridge's events. */
record BusEvents(Origin origin, Instant now) {

  Delivery read(ObjectNode event, List<Trigger.Events> triggers) {
    Fields.fill(event, usual(event, triggers.getFirst()));
    var fields = new Fields(event, "");
    var source = fields.required("source");
    var type = fields.required("detail-type");
    if (triggers.stream().noneMatch(trigger -> takes(trigger, source, type))) {
      throw new InvalidInput(
          "source",
          "no events trigger of agent.yaml takes %s of %s: check source and detail-type"
              .formatted(type, source));
    }
    return new Delivery.Notification(EventSource.EVENTS, List.of(fields.required("id")), event);
  }

  private ObjectNode usual(ObjectNode event, Trigger.Events trigger) {
    var types = trigger.detailType();
    var usual = event.objectNode();
    usual.put("version", "0").put("id", UUID.randomUUID().toString());
    usual.put("detail-type", types.isEmpty() ? "Event" : types.getFirst());
    usual.put("source", trigger.source().getFirst()).put("account", origin.account());
    usual.put("time", now.truncatedTo(ChronoUnit.SECONDS).toString());
    usual.put("region", origin.region()).putArray("resources");
    usual.putObject("detail");
    return usual;
  }

  private static boolean takes(Trigger.Events trigger, String source, String type) {
    return trigger.source().contains(source)
        && (trigger.detailType().isEmpty() || trigger.detailType().contains(type));
  }
}
