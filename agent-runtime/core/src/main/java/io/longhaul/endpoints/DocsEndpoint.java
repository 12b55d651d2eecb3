package io.longhaul.endpoints;

import io.longhaul.discovery.DocsPages;
import io.longhaul.http.Endpoint;
import io.longhaul.http.Exchange;
import io.longhaul.http.Operation;
import io.longhaul.http.Operation.Parameter;
import io.longhaul.http.Operation.Reply;
import io.longhaul.http.Problem;
import io.longhaul.http.ProblemType;

/** Shows the contract to people: Swagger UI, from this service alone. */
final class DocsEndpoint implements Endpoint {

  static final Operation PAGE =
      Operation.of(
          "getDocs",
          "Documentation",
          "This contract as pages",
          Reply.of(200, "Swagger UI.", "text/html"));

  static final Operation FILE =
      Operation.of(
              "getDocsFile",
              "Documentation",
              "A file of those pages",
              Reply.of(200, "The file.", "*/*"))
          .with(new Parameter("path", "file", "DocsFile", "The file's name."))
          .failing(ProblemType.UNKNOWN_PATH);

  /** Swagger UI styles its elements in place, and embeds its pictures. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private final DocsPages pages;

  DocsEndpoint(DocsPages pages) {
    this.pages = pages;
  }

  @Override
  public void answer(Exchange exchange) throws Exception {
    var page =
        pages
            .find(exchange.variable("file"))
            .orElseThrow(() ->
                new Problem(
                    ProblemType.UNKNOWN_PATH,
                    "There is no such file. Begin at " + exchange.link("/docs")));
    exchange
        .with("Content-Security-Policy", POLICY)
        .with("Referrer-Policy", "no-referrer")
        .send(200, page.contentType(), page.bytes());
  }
}
