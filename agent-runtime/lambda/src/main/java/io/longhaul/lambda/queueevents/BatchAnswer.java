package io.longhaul.lambda.queueevents;

import io.longhaul.handler.Json;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a function's answer means for the messages of its batch, as AWS documents for
 * ReportBatchItemFailures ("Success and failure conditions"): the messages that {@code
 * batchItemFailures} names come again; without the field, or with nothing in it, all are done; a
 * list that cannot be read, or names what was not in the batch, brings all of them again.
 *
 * <p>AWS says nothing of answers that are no objects. They count as done, since functions that
 * report nothing often answer a sentence; on Lambda they are read over unless the report is
 * switched on.
 */
final class BatchAnswer {

  private BatchAnswer() {}

  /** The messages that must come again. */
  static Set<String> again(List<String> ids, Json answer, JsonMapper mapper) {
    JsonNode failures;
    try {
      failures = mapper.readTree(answer.utf8()).path("batchItemFailures");
    } catch (JacksonException _) {
      return all(ids);
    }
    if (failures.isMissingNode() || failures.isNull()) {
      return Set.of();
    }
    return failures.isArray() ? named(ids, failures) : all(ids);
  }

  private static Set<String> named(List<String> ids, JsonNode failures) {
    var known = new HashSet<>(ids);
    var again = new LinkedHashSet<String>();
    for (var failure : failures) {
      var id = failure.path("itemIdentifier").stringValue("");
      if (!known.contains(id)) {
        return all(ids);
      }
      again.add(id);
    }
    return again;
  }

  private static Set<String> all(List<String> ids) {
    return new LinkedHashSet<>(ids);
  }
}
