package io.longhaul.events;

import io.longhaul.agent.InvalidInput;
import io.longhaul.manifest.Trigger;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Reads S3's notifications. */
record ObjectEvents(Origin origin, Instant now) {

  Delivery read(ObjectNode event, List<Trigger.S3> triggers) {
    var ids = new ArrayList<String>();
    for (var record : Fields.records(event)) {
      // AWS's own records all name their source, and are complete for what happened
      if (record.text("eventSource") == null) {
        fill(record, triggers.getFirst());
      }
      ids.add(id(record, triggers));
    }
    return new Delivery.Notification(EventSource.S3, ids, event);
  }

  private void fill(Fields record, Trigger.S3 trigger) {
    var usual = record.node().objectNode();
    usual.put("eventVersion", "2.1").put("eventSource", "aws:s3");
    usual
        .put("awsRegion", origin.region())
        .put("eventTime", now.truncatedTo(ChronoUnit.MILLIS).toString());
    usual.put("eventName", "ObjectCreated:Put");
    usual.putObject("userIdentity").put("principalId", origin.account());
    usual.putObject("requestParameters").put("sourceIPAddress", "127.0.0.1");
    usual
        .putObject("responseElements")
        .put("x-amz-request-id", sequence())
        .put("x-amz-id-2", sequence());
    var s3 = usual.putObject("s3").put("s3SchemaVersion", "1.0").put("configurationId", "local");
    var bucket = record.object("s3").object("bucket").text("name", trigger.bucket());
    var described = s3.putObject("bucket").put("name", bucket);
    described.putObject("ownerIdentity").put("principalId", origin.account());
    described.put("arn", "arn:aws:s3:::" + bucket);
    s3.putObject("object").put("size", 0).put("sequencer", sequence());
    Fields.fill(record.node(), usual);
  }

  /** As S3 writes it: 18 hexadecimal digits, later ones greater. */
  private String sequence() {
    return String.format(Locale.ROOT, "00%016X", now.toEpochMilli());
  }

  private static String id(Fields record, List<Trigger.S3> triggers) {
    var s3 = record.object("s3");
    var bucket = s3.object("bucket").required("name");
    var object = s3.object("object");
    var key = decoded(object.required("key"), object.place() + "key");
    if (triggers.stream().noneMatch(trigger -> takes(trigger, bucket, key))) {
      throw new InvalidInput(
          object.place() + "key",
          "no s3 trigger of agent.yaml takes %s in the bucket %s: check bucket, prefix and suffix"
              .formatted(key, bucket));
    }
    return "s3://" + bucket + "/" + key;
  }

  private static boolean takes(Trigger.S3 trigger, String bucket, String key) {
    return trigger.bucket().equals(bucket)
        && key.startsWith(trigger.prefix())
        && key.endsWith(trigger.suffix());
  }

  /** S3 writes keys as forms do: + for a blank, %-escapes in UTF-8. */
  private static String decoded(String key, String place) {
    try {
      return URLDecoder.decode(key, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw new InvalidInput(place, "has a broken %-escape; S3 writes keys URL-encoded");
    }
  }
}
