package io.longhaul.lambda.runtimeapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.longhaul.handler.Json;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;
import java.util.Map;

/** Writes answers. */
final class Replies {

  private static final Json ACCEPTED = Json.of("{\"status\":\"OK\"}");

  private Replies() {}

  /** Exactly 202: clients exit on others. */
  static void accepted(ChannelHandlerContext context) {
    var _ = json(context, HttpResponseStatus.ACCEPTED, ACCEPTED, Map.of());
  }

  static ChannelFuture problem(
      ChannelHandlerContext context, HttpResponseStatus status, String type, String message) {
    return json(
        context,
        status,
        Json.of("{\"errorType\":\"" + type + "\",\"errorMessage\":\"" + message + "\"}"),
        Map.of());
  }

  /**
   * Answers with JSON.
   *
   * @param headers whose values are sent in UTF-8
   */
  static ChannelFuture json(
      ChannelHandlerContext context,
      HttpResponseStatus status,
      Json json,
      Map<String, String> headers) {
    var response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(json.utf8()));
    // exactly this: Python's client hands over raw bytes otherwise
    response.headers().set(HttpHeaderNames.CONTENT_TYPE, "application/json");
    headers.forEach(
        (name, value) -> response.headers().set(name, new AsciiString(value.getBytes(UTF_8))));
    HttpUtil.setContentLength(response, json.utf8().length);
    return context.writeAndFlush(response);
  }
}
