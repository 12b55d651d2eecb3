package io.longhaul.lambda.runtimeapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.longhaul.handler.Json;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One connection of a runtime client. Statuses are exact: clients exit on others. */
final class Conversation extends SimpleChannelInboundHandler<HttpObject> {

  private static final String RUNTIME = "/2018-06-01/runtime/";
  private static final Pattern ENDED =
      Pattern.compile(RUNTIME + "invocation/([^/]{1,128})/(response|error)");
  private static final String ERROR_TYPE = "Lambda-Runtime-Function-Error-Type";
  private static final String ACCEPTED = "{\"status\":\"OK\"}";

  private final RuntimeListener listener;
  private final int maxBody;
  private @Nullable HttpRequest request;
  private ByteArrayOutputStream body = new ByteArrayOutputStream();
  private boolean tooLarge;

  Conversation(RuntimeListener listener, int maxBody) {
    this.listener = listener;
    this.maxBody = maxBody;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, HttpObject part) throws IOException {
    if (part.decoderResult().isFailure()) {
      send(context, HttpResponseStatus.BAD_REQUEST, problem("InvalidRequest", "This is no HTTP"))
          .addListener(ChannelFutureListener.CLOSE);
      return;
    }
    if (part instanceof HttpRequest head) {
      request = head;
      body = new ByteArrayOutputStream();
      tooLarge = false;
    }
    if (part instanceof HttpContent content) {
      read(content);
    }
    if (part instanceof LastHttpContent && request != null) {
      answer(context, request);
    }
  }

  /** What is over the limit is read and thrown away: a client that is refused would exit. */
  private void read(HttpContent content) throws IOException {
    var bytes = content.content();
    if (tooLarge || body.size() + bytes.readableBytes() > maxBody) {
      tooLarge = true;
      body = new ByteArrayOutputStream();
    } else {
      bytes.readBytes(body, bytes.readableBytes());
    }
  }

  private void answer(ChannelHandlerContext context, HttpRequest asked) {
    var path = asked.uri();
    var ended = ENDED.matcher(path);
    if (asked.method().equals(HttpMethod.GET) && path.equals(RUNTIME + "invocation/next")) {
      listener.next(invocation -> context.executor().execute(() -> give(context, invocation)));
    } else if (!asked.method().equals(HttpMethod.POST)) {
      unknown(context);
    } else if (path.equals(RUNTIME + "init/error")) {
      listener.initError(report(asked));
      accepted(context);
    } else if (ended.matches()) {
      ended(context, asked, ended.group(1), ended.group(2));
    } else {
      unknown(context);
    }
  }

  private void ended(ChannelHandlerContext context, HttpRequest asked, String id, String how) {
    boolean open =
        how.equals("error")
            ? listener.error(id, report(asked))
            : listener.response(id, tooLarge ? null : body.toByteArray());
    if (open) {
      accepted(context);
    } else {
      var _ =
          send(
              context,
              HttpResponseStatus.BAD_REQUEST,
              problem("InvalidRequestID", "No call of this id waits for an answer"));
    }
  }

  private Report report(HttpRequest asked) {
    return new Report(asked.headers().get(ERROR_TYPE, ""), Json.of(body.toByteArray()));
  }

  private static void give(ChannelHandlerContext context, Invocation call) {
    var response = response(HttpResponseStatus.OK, call.event().utf8());
    response
        .headers()
        .set("Lambda-Runtime-Aws-Request-Id", call.requestId())
        .set("Lambda-Runtime-Deadline-Ms", Long.toString(call.deadlineMillis()))
        .set("Lambda-Runtime-Invoked-Function-Arn", call.functionArn())
        .set("Lambda-Runtime-Trace-Id", call.traceId());
    var _ = context.writeAndFlush(response);
  }

  private static void accepted(ChannelHandlerContext context) {
    var _ = send(context, HttpResponseStatus.ACCEPTED, ACCEPTED);
  }

  private static void unknown(ChannelHandlerContext context) {
    var _ =
        send(
            context,
            HttpResponseStatus.NOT_FOUND,
            problem("NotFound", "The Runtime API has no such path"));
  }

  private static ChannelFuture send(
      ChannelHandlerContext context, HttpResponseStatus status, String json) {
    return context.writeAndFlush(response(status, json.getBytes(UTF_8)));
  }

  private static FullHttpResponse response(HttpResponseStatus status, byte[] json) {
    var response =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(json));
    // exactly this: Python's client hands over raw bytes otherwise
    response.headers().set(HttpHeaderNames.CONTENT_TYPE, "application/json");
    HttpUtil.setContentLength(response, json.length);
    return response;
  }

  private static String problem(String type, String message) {
    return "{\"errorType\":\"" + type + "\",\"errorMessage\":\"" + message + "\"}";
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    var _ = context.close(); // a client that went away; its process's end says the rest
  }
}
