package io.longhaul.cli.send;

import io.longhaul.cli.api.ServiceClient;
import io.longhaul.cli.shell.Shell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Delivers an event as its source would: what has failed comes again, with its receive count grown,
 * until it is done or was received often enough.
 *
 * @param source by its word
 * @param trigger 0 = the first that fits
 * @param most receives of one message
 */
record Receives(Shell shell, ServiceClient client, String source, int trigger, int most) {

  private static final String COUNT = "ApproximateReceiveCount";

  /** What became of a message. */
  record Message(String id, boolean done, int receives, String execution, String error) {}

  /** Every message by its id, and every execution as the service told of it. */
  record Outcome(Map<String, Message> messages, List<JsonNode> executions) {

    boolean done() {
      return messages.values().stream().allMatch(Message::done);
    }
  }

  Outcome deliver(JsonNode event) {
    var outcome = new Outcome(unheardOf(event), new ArrayList<>());
    var next = event;
    for (int receive = 1; receive <= most; receive++) {
      var again = note(client.deliver(source, next, trigger, false), receive, outcome);
      if (again.isEmpty()) {
        return outcome;
      }
      if (receive < most) {
        shell.say("%d failed; receive %d of %d".formatted(again.size(), receive + 1, most));
        next = again(next, again, receive + 1);
      }
    }
    return outcome;
  }

  /** A queue's messages, in their order. */
  private Map<String, Message> unheardOf(JsonNode event) {
    var messages = new LinkedHashMap<String, Message>();
    if (source.equals("sqs")) {
      for (var record : event.path("Records")) {
        var id = record.path("messageId").asString("");
        messages.put(id, new Message(id, false, 0, "", "the service said nothing of it"));
      }
    }
    return messages;
  }

  /** The messages that come again. */
  private static Set<String> note(JsonNode report, int receive, Outcome outcome) {
    var again = new LinkedHashSet<String>();
    for (var execution : report.path("executions")) {
      outcome.executions().add(execution);
      var id = execution.path("execution_id").asString("");
      var error = execution.path("error").path("message").asString("");
      for (var done : execution.path("done")) {
        put(outcome, new Message(done.asString(""), true, receive, id, ""));
      }
      for (var failed : execution.path("again")) {
        var reported = error.isEmpty() ? "the function reported it as failed" : error;
        put(outcome, new Message(failed.asString(""), false, receive, id, reported));
        again.add(failed.asString(""));
      }
    }
    return again;
  }

  private static void put(Outcome outcome, Message message) {
    outcome.messages().put(message.id(), message);
  }

  /** Only a queue keeps its messages apart; every other event comes again as a whole. */
  private JsonNode again(JsonNode event, Set<String> ids, int receive) {
    if (!source.equals("sqs")) {
      return event;
    }
    var next = event.deepCopy();
    var records = ((ObjectNode) next).putArray("Records");
    for (var record : event.path("Records")) {
      if (record instanceof ObjectNode message
          && ids.contains(message.path("messageId").asString(""))) {
        var copy = message.deepCopy();
        var before = copy.path("attributes").path(COUNT).asInt(receive - 1);
        copy.withObjectProperty("attributes").put(COUNT, Integer.toString(before + 1));
        records.add(copy);
      }
    }
    return next;
  }
}
