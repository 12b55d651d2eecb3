package io.longhaul.events;

import io.longhaul.handler.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What arrived together, complete, in no handler's shape yet. */
public sealed interface Delivery {

  /** Where it came from. */
  EventSource source();

  /**
   * Messages of one queue.
   *
   * @param queueArn the queue's
   * @param most the messages that one execution may get
   * @param messages with ids of their own, in the order in which they were received
   */
  record QueueBatch(String queueArn, int most, List<QueueMessage> messages) implements Delivery {

    /** Copies the list. */
    public QueueBatch {
      messages = List.copyOf(messages);
    }

    @Override
    public EventSource source() {
      return EventSource.SQS;
    }
  }

  /**
   * A notification of S3 or SNS, or an event of EventBridge, whose JSON AWS itself has written.
   *
   * @param ids what each record of it is called in reports
   * @param event nobody changes it
   */
  record Notification(EventSource source, List<String> ids, ObjectNode event) implements Delivery {

    /** Copies the list. */
    public Notification {
      ids = List.copyOf(ids);
    }
  }

  /**
   * A time that a schedule named.
   *
   * @param id what it is called in reports
   * @param input what the schedule gives to the handler; null = nothing of its own
   */
  record Scheduled(String id, String ruleArn, Instant at, @Nullable Json input)
      implements Delivery {

    @Override
    public EventSource source() {
      return EventSource.SCHEDULE;
    }
  }
}
