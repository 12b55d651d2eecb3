package io.longhaul.events;

import io.longhaul.agent.InvalidInput;
import io.longhaul.manifest.Trigger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** Reads batches of queue messages. */
record QueueEvents(Origin origin, Instant now) {

  private static final Pattern ARN =
      Pattern.compile("arn:aws[a-z-]*:sqs:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9._-]+");

  Delivery read(ObjectNode event, List<Trigger.Sqs> triggers) {
    var records = Fields.records(event);
    var trigger = triggers.getFirst();
    var arn = records.getFirst().text("eventSourceARN", arn(trigger));
    if (!ARN.matcher(arn).matches()) {
      throw new InvalidInput(
          "Records[0].eventSourceARN",
          "found %s, expected a queue's ARN such as %s".formatted(arn, arn(trigger)));
    }
    for (var candidate : triggers) {
      trigger = arn(candidate).equals(arn) ? candidate : trigger;
    }
    var messages = new ArrayList<QueueMessage>();
    var ids = new HashSet<String>();
    for (var record : records) {
      var message = message(record);
      if (!ids.add(message.id())) {
        throw new InvalidInput(
            record.place() + "messageId",
            "found %s again, expected an id of its own: answers name messages by it"
                .formatted(message.id()));
      }
      messages.add(message);
    }
    return new Delivery.QueueBatch(arn, trigger.batch(), messages);
  }

  private String arn(Trigger.Sqs trigger) {
    var queue = trigger.queue();
    return queue.startsWith("arn:") ? queue : origin.arn("sqs", queue);
  }

  private QueueMessage message(Fields record) {
    var body = record.required("body");
    var id = record.text("messageId");
    if (id != null && id.isEmpty()) {
      throw new InvalidInput(record.place() + "messageId", "is empty");
    }
    return new QueueMessage(
        id == null ? UUID.randomUUID().toString() : id,
        record.text("receiptHandle", UUID.randomUUID().toString()),
        body,
        record.text("md5OfBody", md5(body)),
        attributes(record.object("attributes")),
        messageAttributes(record.object("messageAttributes")),
        record.text("md5OfMessageAttributes"));
  }

  private Map<String, String> attributes(Fields given) {
    var millis = Long.toString(now.toEpochMilli());
    var all = new LinkedHashMap<String, String>();
    all.put(QueueMessage.RECEIVE_COUNT, "1");
    all.put("SentTimestamp", millis);
    all.put("SenderId", origin.account());
    all.put("ApproximateFirstReceiveTimestamp", millis);
    for (var name : given.node().propertyNames()) {
      all.put(name, given.text(name, ""));
    }
    return all;
  }

  private static Map<String, MessageAttribute> messageAttributes(Fields given) {
    var all = new LinkedHashMap<String, MessageAttribute>();
    for (var name : given.node().propertyNames()) {
      var attribute = given.object(name);
      all.put(
          name,
          new MessageAttribute(
              attribute.text("stringValue"),
              attribute.text("binaryValue"),
              attribute.texts("stringListValues"),
              attribute.texts("binaryListValues"),
              attribute.text("dataType", "String")));
    }
    return all;
  }

  /** SQS's own check of a message, not a protection. */
  private static String md5(String body) {
    try {
      var digest = MessageDigest.getInstance("MD5");
      return HexFormat.of().formatHex(digest.digest(body.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has MD5", impossible);
    }
  }
}
