package io.longhaul.events;

import io.longhaul.agent.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of an object within an event.
 *
 * @param place where the object stands, with a final dot, for messages; empty at the top
 */
record Fields(ObjectNode node, String place) {

  /**
   * The objects of the list Records.
   *
   * @throws InvalidInput if there is no such list, or nothing in it
   */
  static List<Fields> records(ObjectNode event) {
    if (!event.path("Records").isArray() || event.path("Records").isEmpty()) {
      throw new InvalidInput("Records", "expected a list of one record or more");
    }
    var records = new ArrayList<Fields>();
    for (var record : event.path("Records")) {
      var place = "Records[" + records.size() + "]";
      if (!(record instanceof ObjectNode object)) {
        throw new InvalidInput(place, "expected an object");
      }
      records.add(new Fields(object, place + "."));
    }
    return records;
  }

  /**
   * A text.
   *
   * @throws InvalidInput if the field is there and no text
   */
  @Nullable String text(String name) {
    var value = node.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isString()) {
      throw new InvalidInput(place + name, "expected a text");
    }
    return value.stringValue();
  }

  /** A text, or what stands for it. */
  String text(String name, String absent) {
    var text = text(name);
    return text == null ? absent : text;
  }

  /**
   * A text that must be there.
   *
   * @throws InvalidInput if it is not
   */
  String required(String name) {
    var text = text(name);
    if (text == null) {
      throw new InvalidInput(place + name, "is missing");
    }
    return text;
  }

  /**
   * An object; an empty one where the field is absent.
   *
   * @throws InvalidInput if the field is there and no object
   */
  Fields object(String name) {
    var value = node.path(name);
    if (value instanceof ObjectNode object) {
      return new Fields(object, place + name + ".");
    }
    if (value.isMissingNode() || value.isNull()) {
      return new Fields(node.objectNode(), place + name + ".");
    }
    throw new InvalidInput(place + name, "expected an object");
  }

  /** The texts of a list; none where the field is absent. */
  List<String> texts(String name) {
    return node.path(name)
        .valueStream()
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue)
        .toList();
  }

  /** Puts what is not there yet, also inside of objects. */
  static void fill(ObjectNode event, ObjectNode usual) {
    for (var field : usual.properties()) {
      var given = event.get(field.getKey());
      if (given == null || given.isNull()) {
        event.set(field.getKey(), field.getValue());
      } else if (given instanceof ObjectNode object
          && field.getValue() instanceof ObjectNode inner) {
        fill(object, inner);
      }
    }
  }
}
