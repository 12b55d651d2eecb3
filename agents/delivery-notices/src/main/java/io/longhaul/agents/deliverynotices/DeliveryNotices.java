package io.longhaul.agents.deliverynotices;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;

/** Imports a batch of notices, and reports each that failed by its message. */
public final class DeliveryNotices implements RequestHandler<SQSEvent, SQSBatchResponse> {

  private static final String FOLDER = "NOTICES_FOLDER";

  private final NoticeReader reader = new NoticeReader();
  private final Notices notices;

  /** As Lambda makes it, once per process. */
  public DeliveryNotices() {
    this(Path.of(System.getenv().getOrDefault(FOLDER, "/tmp/delivery-notices")));
  }

  DeliveryNotices(Path folder) {
    this.notices = new Notices(folder);
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    var failures = new ArrayList<BatchItemFailure>();
    for (var message : event.getRecords()) {
      try {
        imported(message, context);
      } catch (InvalidNotice | IOException e) {
        context
            .getLogger()
            .log("message %s failed: %s".formatted(message.getMessageId(), e.getMessage()));
        failures.add(new BatchItemFailure(message.getMessageId()));
      }
    }
    return new SQSBatchResponse(failures);
  }

  private void imported(SQSMessage message, Context context) throws InvalidNotice, IOException {
    var notice = reader.read(message.getBody());
    var word = notices.add(notice) ? "imported" : "was imported before";
    context.getLogger().log("notice %s %s".formatted(notice.number(), word));
  }
}
