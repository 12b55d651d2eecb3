package io.longhaul.lambda.runtimeapi;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.LastHttpContent;
import org.jspecify.annotations.Nullable;

/** One connection of a client: reads requests, whole or in parts, and leads them to their paths. */
final class Conversation extends SimpleChannelInboundHandler<HttpObject> {

  private final RuntimePaths runtime;
  private final ExtensionPaths extensions;
  private @Nullable HttpRequest head;
  private Body body = new Body(0);
  private @Nullable Upload upload;

  Conversation(RuntimePaths runtime, ExtensionPaths extensions) {
    this.runtime = runtime;
    this.extensions = extensions;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
    if (part.decoderResult().isFailure()) {
      Replies.problem(context, HttpResponseStatus.BAD_REQUEST, "InvalidRequest", "This is no HTTP")
          .addListener(ChannelFutureListener.CLOSE);
      return;
    }
    if (part instanceof HttpRequest request) {
      head = request;
      body = new Body(runtime.limit(request.uri()));
      upload = runtime.stream(request, new ReadValve(context));
    }
    if (part instanceof HttpContent content) {
      read(content);
    }
    if (part instanceof LastHttpContent last && head != null) {
      end(context, head, last.trailingHeaders());
    }
  }

  private void read(HttpContent content) {
    if (upload == null) {
      body.add(content.content());
    } else if (content.content().isReadable()) {
      byte[] bytes = new byte[content.content().readableBytes()];
      content.content().readBytes(bytes);
      upload.part(bytes);
    }
  }

  private void end(ChannelHandlerContext context, HttpRequest request, HttpHeaders trailers) {
    var asked = new Asked(request, trailers, body);
    var streamed = upload;
    head = null;
    upload = null;
    if (streamed != null) {
      var failure = asked.trailingReport();
      if (failure == null) {
        streamed.end();
      } else {
        streamed.failed(failure);
      }
      Replies.accepted(context);
    } else if (!runtime.answer(context, asked) && !extensions.answer(context, asked)) {
      var _ =
          Replies.problem(
              context, HttpResponseStatus.NOT_FOUND, "NotFound", "There is no such path");
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    var broken = upload;
    if (broken != null) {
      upload = null;
      broken.broken();
    }
    runtime.gone(context);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    var _ = context.close(); // a client that went away; its process's end says the rest
  }

  /** Stops reading from the connection, so that the client's own buffers fill. */
  private record ReadValve(ChannelHandlerContext context) implements Valve {

    @Override
    public void close() {
      var _ = context.channel().config().setAutoRead(false);
    }

    @Override
    public void open() {
      var _ = context.channel().config().setAutoRead(true);
    }
  }
}
