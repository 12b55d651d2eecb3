package io.longhaul.lambda.httpevents;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * The event of a REST API of API Gateway, payload 1.0 (AWS: set-up-lambda-proxy-integrations). What
 * is absent is null there.
 */
record RestApiEvent(Front front) implements ProxyEvent {

  private static final List<String> NOBODY =
      List.of(
          "cognitoIdentityPoolId",
          "accountId",
          "cognitoIdentityId",
          "caller",
          "principalOrgId",
          "accessKey",
          "cognitoAuthenticationType",
          "cognitoAuthenticationProvider",
          "userArn",
          "user",
          "apiKey",
          "apiKeyId");

  @Override
  public ObjectNode of(Incoming request, Match match, String requestId) {
    ObjectNode event = EventParts.object();
    event.put("resource", match.pattern());
    event.put("path", request.path());
    event.put("httpMethod", request.method());
    var headers = request.headers().without(EventParts.HOP_BY_HOP).all();
    event.set("headers", EventParts.last(headers));
    event.set("multiValueHeaders", EventParts.lists(headers));
    var query = Query.decoded(request.query()).all();
    orNull(event, "queryStringParameters", query.isEmpty(), EventParts.last(query));
    orNull(event, "multiValueQueryStringParameters", query.isEmpty(), EventParts.lists(query));
    Map<String, String> variables = match.variables();
    orNull(event, "pathParameters", variables.isEmpty(), EventParts.texts(variables));
    event.putNull("stageVariables");
    event.set("requestContext", context(request, match, requestId));
    BodyForm.WHATEVER_IS_TEXT.write(event, request, null);
    return event;
  }

  private ObjectNode context(Incoming request, Match match, String requestId) {
    ObjectNode context = EventParts.object();
    context.put("resourceId", Integer.toString(match.pattern().hashCode() & 0x7fffffff, 36));
    context.put("resourcePath", match.pattern());
    context.put("httpMethod", request.method());
    context.put("path", front.withStage(request.path()));
    context.put("accountId", Front.ACCOUNT);
    context.put("apiId", front.apiId());
    context.put("stage", front.stage());
    context.put("protocol", request.protocol());
    context.put("domainName", request.host());
    context.put("domainPrefix", EventParts.firstLabel(request.host()));
    context.put("requestId", requestId);
    context.put("extendedRequestId", requestId);
    context.put("requestTime", EventParts.time(request.at()));
    context.put("requestTimeEpoch", request.at().toEpochMilli());
    context.set("identity", identity(request));
    if (!request.claims().isEmpty()) {
      context.putObject("authorizer").set("claims", Claims.of(request.claims()));
    }
    return context;
  }

  private static ObjectNode identity(Incoming request) {
    ObjectNode identity = EventParts.object();
    NOBODY.forEach(identity::putNull);
    identity.put("sourceIp", request.sourceIp());
    identity.put("userAgent", request.headers().last("User-Agent"));
    return identity;
  }

  private static void orNull(ObjectNode event, String name, boolean none, ObjectNode value) {
    event.set(name, none ? event.nullNode() : value);
  }
}
