package io.longhaul.lambda.queueevents;

import io.longhaul.agent.AgentContext;
import io.longhaul.events.QueueMessage;
import io.longhaul.handler.FunctionError;
import io.longhaul.handler.Handler;
import io.longhaul.handler.Json;
import io.longhaul.handler.MalformedInput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A batch that a job holds. The queue has let go of it, so each attempt of the job is what a
 * receive of the queue would have been: the function gets what is left to do, its receive counts go
 * up, and what it reports as failed fails the attempt. What is left stands in the job's checkpoint.
 */
record BatchCall(List<ObjectNode> records, Handler function, JsonMapper mapper)
    implements Handler.Call {

  static final String ERROR_TYPE = "Longhaul.MessagesFailed";

  /** The messages that are not done yet. */
  record Left(List<String> ids) {}

  /** Copies the list. */
  BatchCall {
    records = List.copyOf(records);
  }

  static BatchCall of(Json event, Handler function, JsonMapper mapper) {
    var records = new ArrayList<ObjectNode>();
    for (var record : tree(event, mapper).path("Records")) {
      if (!(record instanceof ObjectNode message)) {
        throw new MalformedInput("The input begins as a stored batch does, and is none");
      }
      records.add(message);
    }
    return new BatchCall(records, function, mapper);
  }

  private static JsonNode tree(Json event, JsonMapper mapper) {
    try {
      return mapper.readTree(event.utf8());
    } catch (JacksonException _) {
      throw new MalformedInput("The input begins as a stored batch does, and is none");
    }
  }

  @Override
  public Json run(AgentContext context) throws Exception {
    var left = left(context.lastCheckpoint(Left.class));
    var ids = left.stream().map(BatchCall::id).toList();
    var answer = function.bind(event(left, context.attempt())).run(context);
    Set<String> again = BatchAnswer.again(ids, answer, mapper);
    if (again.isEmpty()) {
      return answer;
    }
    context.checkpoint(new Left(List.copyOf(again)));
    throw failed(ids, again);
  }

  private List<ObjectNode> left(Optional<Left> checkpoint) {
    if (checkpoint.isEmpty()) {
      return records;
    }
    var ids = new HashSet<>(checkpoint.get().ids());
    return records.stream().filter(record -> ids.contains(id(record))).toList();
  }

  private Json event(List<ObjectNode> left, int attempt) {
    var event = mapper.createObjectNode();
    var array = event.putArray("Records");
    left.forEach(record -> array.add(received(record, attempt)));
    return Json.of(mapper.writeValueAsBytes(event));
  }

  private static ObjectNode received(ObjectNode record, int attempt) {
    var copy = record.deepCopy();
    if (copy.get("attributes") instanceof ObjectNode attributes) {
      var before = attributes.path(QueueMessage.RECEIVE_COUNT).asInt(1);
      attributes.put(QueueMessage.RECEIVE_COUNT, Integer.toString(before + attempt - 1));
    }
    return copy;
  }

  private FunctionError failed(List<String> ids, Set<String> again) {
    var message =
        "%d of %d messages failed: %s"
            .formatted(again.size(), ids.size(), String.join(", ", again));
    var payload = mapper.createObjectNode();
    payload.put("errorType", ERROR_TYPE).put("errorMessage", message);
    return new FunctionError(ERROR_TYPE, message, Json.of(mapper.writeValueAsBytes(payload)));
  }

  private static String id(JsonNode record) {
    return record.path("messageId").asString("");
  }
}
