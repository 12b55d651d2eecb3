package io.longhaul.lambda.httpevents;

import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * The event of an Application Load Balancer whose target group has multi-value headers off, as it
 * is by default (AWS: elasticloadbalancing, lambda-functions). Nothing is decoded there.
 */
record LoadBalancerEvent(Front front) implements ProxyEvent {

  /** The body is whole, and so no longer sent in chunks. */
  private static final Set<String> LEFT_OUT = Set.of("transfer-encoding");

  @Override
  public ObjectNode of(Incoming request, Match match, String requestId) {
    ObjectNode event = EventParts.object();
    event.putObject("requestContext").putObject("elb").put("targetGroupArn", front.targetGroup());
    event.put("httpMethod", request.method());
    event.put("path", request.path());
    event.set("queryStringParameters", EventParts.last(Query.asSent(request.query()).all()));
    event.set("headers", EventParts.last(PayloadV2.lowerCase(request.headers().without(LEFT_OUT))));
    BodyForm.PLAIN_TYPES_OF_TEXT.write(event, request, "");
    return event;
  }
}
