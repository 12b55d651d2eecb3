package io.longhaul.events;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** Reads SNS's notifications. A topic is subscribed to, which no trigger says. */
record TopicEvents(Origin origin, Instant now, String agent) {

  Delivery read(ObjectNode event) {
    var ids = new ArrayList<String>();
    for (var record : Fields.records(event)) {
      record.object("Sns").required("Message");
      Fields.fill(record.node(), usual(record));
      ids.add(record.object("Sns").required("MessageId"));
    }
    return new Delivery.Notification(EventSource.SNS, ids, event);
  }

  private ObjectNode usual(Fields record) {
    var topic = origin.arn("sns", agent);
    var usual = record.node().objectNode();
    usual.put("EventSource", "aws:sns").put("EventVersion", "1.0");
    usual.put("EventSubscriptionArn", topic + ":" + UUID.randomUUID());
    var sns = usual.putObject("Sns").put("Type", "Notification");
    sns.put("MessageId", UUID.randomUUID().toString()).put("TopicArn", topic).putNull("Subject");
    sns.put("Timestamp", now.truncatedTo(ChronoUnit.MILLIS).toString());
    sns.put("SignatureVersion", "1").put("Signature", "EXAMPLE");
    sns.put("SigningCertUrl", "EXAMPLE").put("UnsubscribeUrl", "EXAMPLE");
    sns.putObject("MessageAttributes");
    return usual;
  }
}
