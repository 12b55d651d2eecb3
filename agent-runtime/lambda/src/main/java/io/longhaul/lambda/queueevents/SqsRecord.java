package io.longhaul.lambda.queueevents;

import io.longhaul.events.MessageAttribute;
import io.longhaul.events.QueueMessage;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes the records of an SQS event. */
record SqsRecord(JsonMapper mapper, String queueArn) {

  ObjectNode of(QueueMessage message) {
    var record = mapper.createObjectNode();
    record.put("messageId", message.id());
    record.put("receiptHandle", message.receipt());
    record.put("body", message.body());
    var attributes = record.putObject("attributes");
    message.attributes().forEach(attributes::put);
    var own = record.putObject("messageAttributes");
    message.messageAttributes().forEach((name, value) -> own.set(name, attribute(value)));
    record.put("md5OfBody", message.md5OfBody());
    if (message.md5OfMessageAttributes() != null) {
      record.put("md5OfMessageAttributes", message.md5OfMessageAttributes());
    }
    record.put("eventSource", "aws:sqs");
    record.put("eventSourceARN", queueArn);
    record.put("awsRegion", queueArn.split(":", -1)[3]);
    return record;
  }

  private ObjectNode attribute(MessageAttribute attribute) {
    var node = mapper.createObjectNode();
    if (attribute.stringValue() != null) {
      node.put("stringValue", attribute.stringValue());
    }
    if (attribute.binaryValue() != null) {
      node.put("binaryValue", attribute.binaryValue());
    }
    attribute.stringListValues().forEach(node.putArray("stringListValues")::add);
    attribute.binaryListValues().forEach(node.putArray("binaryListValues")::add);
    node.put("dataType", attribute.dataType());
    return node;
  }
}
