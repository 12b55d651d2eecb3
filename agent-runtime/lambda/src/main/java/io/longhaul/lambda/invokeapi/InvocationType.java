package io.longhaul.lambda.invokeapi;

import io.longhaul.http.Exchange;
import io.longhaul.http.Problem;
import io.longhaul.http.ProblemType;

/** What the header X-Amz-Invocation-Type asks for. */
enum InvocationType {
  REQUEST_RESPONSE,
  EVENT,
  DRY_RUN;

  static final String HEADER = "X-Amz-Invocation-Type";

  static InvocationType of(Exchange exchange) {
    return switch (exchange.header(HEADER)) {
      case null -> REQUEST_RESPONSE;
      case "RequestResponse" -> REQUEST_RESPONSE;
      case "Event" -> EVENT;
      case "DryRun" -> DRY_RUN;
      default ->
          throw new Problem(
              ProblemType.INVALID_PARAMETER,
              "The header %s must be RequestResponse, Event or DryRun.".formatted(HEADER));
    };
  }
}
