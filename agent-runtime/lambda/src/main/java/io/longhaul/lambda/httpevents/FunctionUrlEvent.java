package io.longhaul.lambda.httpevents;

import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * The event of a function URL: payload 2.0 without routes and stages, and the header Cookie stays
 * beside the cookies.
 */
record FunctionUrlEvent(Front front) implements ProxyEvent {

  private static final Match DEFAULT =
      new Match(HttpApiRoutes.DEFAULT, HttpApiRoutes.DEFAULT, Map.of());

  @Override
  public ObjectNode of(Incoming request, Match match, String requestId) {
    ObjectNode context =
        PayloadV2.context(
            request, front.apiId(), Front.DEFAULT_STAGE, request.path(), DEFAULT, requestId);
    return PayloadV2.of(
        request,
        request.path(),
        request.headers().without(EventParts.HOP_BY_HOP),
        DEFAULT,
        context);
  }
}
