package io.longhaul.endpoints;

import io.longhaul.discovery.OpenApi;
import io.longhaul.http.Endpoint;
import io.longhaul.http.Exchange;
import io.longhaul.http.Operation;
import io.longhaul.http.Operation.Reply;

/** Describes this contract to machines. */
final class OpenApiEndpoint implements Endpoint {

  static final Operation OPERATION =
      Operation.of(
          "getOpenApi",
          "Documentation",
          "This contract as OpenAPI 3.1",
          Reply.json(200, "The document.", "AnyObject"));

  private final OpenApi document;

  OpenApiEndpoint(OpenApi document) {
    this.document = document;
  }

  @Override
  public void answer(Exchange exchange) throws Exception {
    exchange.written(200, document.json());
  }
}
