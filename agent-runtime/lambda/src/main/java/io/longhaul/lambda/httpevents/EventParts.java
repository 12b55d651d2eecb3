package io.longhaul.lambda.httpevents;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What events of several kinds write alike. */
final class EventParts {

  /** Of the connection, not of the request: a gateway keeps them for itself. */
  static final Set<String> HOP_BY_HOP =
      Set.of(
          "connection",
          "expect",
          "keep-alive",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private EventParts() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** As web servers log it: {@code 12/Mar/2020:19:03:58 +0000}. */
  static String time(Instant at) {
    return TIME.format(at);
  }

  /** The last value of each name. */
  static ObjectNode last(Map<String, List<String>> all) {
    return single(all, List::getLast);
  }

  /** The values of each name, joined by commas. */
  static ObjectNode joined(Map<String, List<String>> all) {
    return single(all, values -> String.join(",", values));
  }

  private static ObjectNode single(
      Map<String, List<String>> all, Function<List<String>, String> value) {
    ObjectNode node = object();
    all.forEach((name, values) -> node.put(name, value.apply(values)));
    return node;
  }

  /** Every value of each name. */
  static ObjectNode lists(Map<String, List<String>> all) {
    ObjectNode node = object();
    all.forEach((name, values) -> strings(node, name, values));
    return node;
  }

  static void strings(ObjectNode node, String name, Collection<String> values) {
    var array = node.putArray(name);
    values.forEach(array::add);
  }

  /** By name. */
  static ObjectNode texts(Map<String, String> all) {
    ObjectNode node = object();
    all.forEach(node::put);
    return node;
  }

  /** The first label of a host name. */
  static String firstLabel(String host) {
    int dot = host.indexOf('.');
    return dot < 0 ? host : host.substring(0, dot);
  }
}
