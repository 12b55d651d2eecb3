package io.longhaul.events;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message as SQS gives it to who receives it.
 *
 * @param id unique in its queue; what a function names a failed message by
 * @param receipt what deletes this receive of it
 * @param md5OfBody 32 hex digits
 * @param attributes SQS's own, such as ApproximateReceiveCount
 * @param messageAttributes the sender's
 * @param md5OfMessageAttributes null where there are none, or nobody computed it
 */
public record QueueMessage(
    String id,
    String receipt,
    String body,
    String md5OfBody,
    Map<String, String> attributes,
    Map<String, MessageAttribute> messageAttributes,
    @Nullable String md5OfMessageAttributes) {

  /** SQS's attribute that counts how often a message was received, this time included. */
  public static final String RECEIVE_COUNT = "ApproximateReceiveCount";

  /** Copies the maps, in their order. */
  public QueueMessage {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    messageAttributes = Collections.unmodifiableMap(new LinkedHashMap<>(messageAttributes));
  }
}
