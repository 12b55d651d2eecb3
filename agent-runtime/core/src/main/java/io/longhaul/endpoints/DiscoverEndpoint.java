package io.longhaul.endpoints;

import io.longhaul.discovery.DiscoverDocument;
import io.longhaul.http.Endpoint;
import io.longhaul.http.Exchange;
import io.longhaul.http.Operation;
import io.longhaul.http.Operation.Reply;

/** Says what the agent does, and where. */
final class DiscoverEndpoint implements Endpoint {

  static final Operation OPERATION =
      Operation.of(
          "discover",
          "Service",
          "What the agent does, and where",
          Reply.json(200, "The agent.", "Discovery"));

  private final DiscoverDocument document;

  DiscoverEndpoint(DiscoverDocument document) {
    this.document = document;
  }

  @Override
  public void answer(Exchange exchange) throws Exception {
    exchange.written(200, document.json());
  }
}
