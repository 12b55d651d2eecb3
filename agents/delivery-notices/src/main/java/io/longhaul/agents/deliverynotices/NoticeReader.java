package io.longhaul.agents.deliverynotices;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads notices from the bodies of messages. */
final class NoticeReader {

  private static final JsonMapper JSON = JsonMapper.shared();

  Notice read(String body) throws InvalidNotice {
    var json = json(body);
    var number = text(json, "number");
    if (!number.matches("[A-Za-z0-9-]{1,64}")) {
      throw new InvalidNotice("number: expected up to 64 letters, digits and -");
    }
    var lines = new ArrayList<Notice.Line>();
    for (var line : json.path("lines")) {
      lines.add(new Notice.Line(text(line, "sku"), quantity(line)));
    }
    if (lines.isEmpty()) {
      throw new InvalidNotice("lines: notice " + number + " has none");
    }
    return new Notice(number, text(json, "order"), date(json), lines);
  }

  private static JsonNode json(String body) throws InvalidNotice {
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      throw new InvalidNotice("the message is no JSON: " + e.getOriginalMessage());
    }
  }

  private static String text(JsonNode node, String name) throws InvalidNotice {
    var value = node.path(name).stringValue("");
    if (value.isBlank()) {
      throw new InvalidNotice(name + " is missing");
    }
    return value;
  }

  private static int quantity(JsonNode line) throws InvalidNotice {
    var value = line.path("quantity");
    if (!value.isInt() || value.intValue() < 1) {
      throw new InvalidNotice("quantity: found " + value + ", expected 1 or more");
    }
    return value.intValue();
  }

  private static LocalDate date(JsonNode json) throws InvalidNotice {
    var text = text(json, "delivered");
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new InvalidNotice("delivered: found " + text + ", expected a date as 2026-03-02");
    }
  }
}
