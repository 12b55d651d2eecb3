package io.longhaul.lambda.runtimeapi;

import io.longhaul.handler.Json;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;

/** What extensions ask for. */
final class ExtensionPaths {

  private static final String EXTENSION = "/2020-01-01/extension/";
  private static final String IDENTIFIER = "Lambda-Extension-Identifier";

  /** The Telemetry API's forerunner: extensions that still know it also work without it. */
  private static final String LOGS = "/2020-08-15/logs";

  private final ExtensionListener listener;

  ExtensionPaths(ExtensionListener listener) {
    this.listener = listener;
  }

  /** Answers; false if the path is none of these. */
  boolean answer(ChannelHandlerContext context, Asked asked) {
    var body = Json.of(asked.body().bytes());
    var identifier = asked.header(IDENTIFIER);
    if (asked.is(HttpMethod.POST, EXTENSION + "register")) {
      send(context, listener.register(asked.header("Lambda-Extension-Name"), body));
    } else if (asked.is(HttpMethod.GET, EXTENSION + "event/next")) {
      listener.next(identifier, reply -> context.executor().execute(() -> send(context, reply)));
    } else if (asked.is(HttpMethod.POST, EXTENSION + "init/error")) {
      send(context, listener.failed(identifier, "init", report(asked, body)));
    } else if (asked.is(HttpMethod.POST, EXTENSION + "exit/error")) {
      send(context, listener.failed(identifier, "exit", report(asked, body)));
    } else if (asked.is(HttpMethod.PUT, "/2022-07-01/telemetry")) {
      send(context, listener.subscribe(identifier, body));
    } else if (asked.is(HttpMethod.PUT, LOGS)) {
      var _ =
          Replies.problem(
              context,
              HttpResponseStatus.ACCEPTED,
              "Logs.NotSupported",
              "Subscribe to the Telemetry API");
    } else {
      return false;
    }
    return true;
  }

  private static Report report(Asked asked, Json body) {
    return new Report(asked.header("Lambda-Extension-Function-Error-Type"), body);
  }

  private static void send(ChannelHandlerContext context, ExtensionReply reply) {
    var _ =
        Replies.json(
            context, HttpResponseStatus.valueOf(reply.status()), reply.body(), reply.headers());
  }
}
