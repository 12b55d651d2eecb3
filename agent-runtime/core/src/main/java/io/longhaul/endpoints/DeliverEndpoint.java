package io.longhaul.endpoints;

import io.longhaul.events.DeliveryReader;
import io.longhaul.events.EventDeliveries;
import io.longhaul.events.EventSource;
import io.longhaul.http.Endpoint;
import io.longhaul.http.Exchange;
import io.longhaul.http.Operation;
import io.longhaul.http.Operation.Parameter;
import io.longhaul.http.Operation.Reply;
import io.longhaul.http.Problem;
import io.longhaul.http.ProblemType;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Delivers an event as its source would: it runs at once, or is accepted as jobs. */
final class DeliverEndpoint implements Endpoint {

  static final Operation OPERATION =
      Operation.of(
              "deliverEvent",
              "Events",
              "Deliver an event, or a batch of messages, as its source would",
              Reply.json(
                  200, "It was run; the messages that must come again are named.", "Delivered"),
              Reply.json(202, "Jobs hold the messages.", "Delivered", "Preference-Applied"))
          .with(
              new Parameter("path", "source", "EventSource", "Where the event comes from."),
              new Parameter(
                  "query",
                  "trigger",
                  "TriggerNumber",
                  "Which of the manifest's triggers of that source, from 1; by default the first"
                      + " that fits."),
              new Parameter(
                  "header",
                  "Prefer",
                  "PreferAsync",
                  "RFC 7240: respond-async answers 202 once jobs hold the messages."))
          .taking("Event")
          .failing(
              ProblemType.INVALID_PARAMETER,
              ProblemType.INVALID_INPUT,
              ProblemType.UNKNOWN_PATH,
              ProblemType.BUSY,
              ProblemType.NOT_SERVING,
              ProblemType.STORE_AWAY);

  private final DeliveryReader reader;
  private final EventDeliveries deliveries;

  DeliverEndpoint(DeliveryReader reader, EventDeliveries deliveries) {
    this.reader = reader;
    this.deliveries = deliveries;
  }

  @Override
  public void answer(Exchange exchange) throws Exception {
    var source = source(exchange.variable("source"));
    var delivery = reader.read(source, exchange.body(), trigger(exchange.query("trigger")));
    if (Preferences.of(exchange.headers("Prefer")).respondAsync()) {
      var report = deliveries.accept(delivery, exchange.caller());
      exchange.with("Preference-Applied", "respond-async").json(202, DeliveredView.of(report));
    } else {
      exchange.json(200, DeliveredView.of(deliveries.run(delivery, exchange.caller())));
    }
  }

  private static EventSource source(String word) {
    return EventSource.of(word)
        .orElseThrow(() ->
            new Problem(
                ProblemType.UNKNOWN_PATH,
                "Events come from %s."
                    .formatted(
                        Arrays.stream(EventSource.values())
                            .map(EventSource::word)
                            .collect(Collectors.joining(", ")))));
  }

  private static int trigger(@Nullable String number) {
    if (number == null) {
      return 0;
    }
    if (!number.matches("[1-9][0-9]{0,3}")) {
      throw new Problem(
              ProblemType.INVALID_PARAMETER,
              "Found trigger=%s, expected a number from 1.".formatted(number))
          .field("trigger");
    }
    return Integer.parseInt(number);
  }
}
