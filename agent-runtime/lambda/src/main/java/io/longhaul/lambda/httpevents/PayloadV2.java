package io.longhaul.lambda.httpevents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * Payload 2.0, which HTTP APIs and function URLs share (AWS: http-api-develop-integrations-lambda,
 * urls-invocation). What is absent has no key there.
 */
final class PayloadV2 {

  private PayloadV2() {}

  /**
   * Writes it.
   *
   * @param path as this kind shows it
   * @param headers as this kind shows them
   */
  static ObjectNode of(
      Incoming request, String path, Headers headers, Match match, ObjectNode context) {
    ObjectNode event = EventParts.object();
    event.put("version", "2.0");
    event.put("routeKey", match.key());
    event.put("rawPath", path);
    event.put("rawQueryString", request.query() == null ? "" : request.query());
    var cookies = cookies(request.headers());
    if (!cookies.isEmpty()) {
      EventParts.strings(event, "cookies", cookies);
    }
    event.set("headers", EventParts.joined(lowerCase(headers)));
    var query = Query.decoded(request.query()).all();
    if (!query.isEmpty()) {
      event.set("queryStringParameters", EventParts.joined(query));
    }
    if (!match.variables().isEmpty()) {
      event.set("pathParameters", EventParts.texts(match.variables()));
    }
    event.set("requestContext", context);
    BodyForm.TYPES_OF_TEXT.write(event, request, null);
    if (request.body().length() == 0) {
      event.remove("body");
    }
    return event;
  }

  static ObjectNode context(
      Incoming request, String apiId, String stage, String path, Match match, String requestId) {
    ObjectNode context = EventParts.object();
    context.put("accountId", Front.ACCOUNT);
    context.put("apiId", apiId);
    context.put("domainName", request.host());
    context.put("domainPrefix", EventParts.firstLabel(request.host()));
    if (!request.claims().isEmpty()) {
      ObjectNode jwt = context.putObject("authorizer").putObject("jwt");
      jwt.set("claims", Claims.of(request.claims()));
      jwt.set("scopes", Claims.scopes(request.claims()));
    }
    ObjectNode http = context.putObject("http");
    http.put("method", request.method());
    http.put("path", path);
    http.put("protocol", request.protocol());
    http.put("sourceIp", request.sourceIp());
    http.put("userAgent", request.headers().last("User-Agent"));
    context.put("requestId", requestId);
    context.put("routeKey", match.key());
    context.put("stage", stage);
    context.put("time", EventParts.time(request.at()));
    context.put("timeEpoch", request.at().toEpochMilli());
    return context;
  }

  /** Each cookie by itself, whatever number of headers they came in. */
  private static List<String> cookies(Headers headers) {
    var cookies = new ArrayList<String>();
    for (String header : headers.values("Cookie")) {
      for (String cookie : header.split(";", -1)) {
        if (!cookie.isBlank()) {
          cookies.add(cookie.strip());
        }
      }
    }
    return cookies;
  }

  static Map<String, List<String>> lowerCase(Headers headers) {
    var lower = new LinkedHashMap<String, List<String>>();
    headers.all().forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), values));
    return lower;
  }
}
