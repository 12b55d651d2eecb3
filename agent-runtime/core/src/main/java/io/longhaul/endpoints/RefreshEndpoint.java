package io.longhaul.endpoints;

import io.longhaul.http.Endpoint;
import io.longhaul.http.Exchange;
import io.longhaul.http.Operation;
import io.longhaul.http.Operation.Reply;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Reads the configuration again. */
final class RefreshEndpoint implements Endpoint {

  static final Operation OPERATION =
      Operation.of(
          "refreshConfig",
          "Operation",
          "Read the configuration again",
          Reply.json(200, "Read; the names of what changed.", "Refresh"));

  private final Callable<List<String>> refresh;

  RefreshEndpoint(Callable<List<String>> refresh) {
    this.refresh = refresh;
  }

  @Override
  public void answer(Exchange exchange) throws Exception {
    exchange.json(200, Map.of("changed", refresh.call()));
  }
}
