package io.longhaul.lambda.httpevents;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** The event of an HTTP API of API Gateway: the path is decoded in spite of its name. */
record HttpApiEvent(Front front) implements ProxyEvent {

  private static final Set<String> LEFT_OUT = leftOut();

  @Override
  public ObjectNode of(Incoming request, Match match, String requestId) {
    String path = front.withStage(Percent.decoded(request.path()));
    Headers headers =
        request
            .headers()
            .without(LEFT_OUT)
            .with("content-length", Integer.toString(request.body().length()));
    ObjectNode context =
        PayloadV2.context(request, front.apiId(), front.stage(), path, match, requestId);
    return PayloadV2.of(request, path, headers, match, context);
  }

  private static Set<String> leftOut() {
    var names = new HashSet<>(EventParts.HOP_BY_HOP);
    names.add("cookie");
    return names;
  }
}
