package io.longhaul.endpoints;

import io.longhaul.config.InvalidConfig;
import io.longhaul.http.Endpoint;
import io.longhaul.http.Exchange;
import io.longhaul.http.Operation;
import io.longhaul.http.Operation.Reply;
import io.longhaul.http.Problem;
import io.longhaul.http.ProblemType;
import java.util.concurrent.Callable;

/** Reads the configuration again. */
final class RefreshEndpoint implements Endpoint {

  static final Operation OPERATION =
      Operation.of(
              "refreshConfig",
              "Operation",
              "Read the configuration again",
              Reply.json(200, "Read; the names of what changed.", "Refresh"))
          .failing(ProblemType.INVALID_CONFIG);

  private final Callable<Refreshed> refresh;

  RefreshEndpoint(Callable<Refreshed> refresh) {
    this.refresh = refresh;
  }

  @Override
  public void answer(Exchange exchange) throws Exception {
    try {
      exchange.json(200, refresh.call());
    } catch (InvalidConfig invalid) {
      throw new Problem(ProblemType.INVALID_CONFIG, String.valueOf(invalid.getMessage()));
    }
  }
}
