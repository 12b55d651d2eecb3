package io.longhaul.lambda.runtimeapi;

import io.longhaul.handler.Json;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.AttributeKey;
import java.util.LinkedHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What runtime clients ask for. Statuses are exact: clients exit on others. */
final class RuntimePaths {

  private static final String RUNTIME = "/2018-06-01/runtime/";
  private static final Pattern ENDED =
      Pattern.compile(RUNTIME + "invocation/([^/]{1,128})/(response|error)");
  private static final String MODE = "Lambda-Runtime-Function-Response-Mode";
  private static final AttributeKey<Poll> WAITING = AttributeKey.valueOf("longhaul.waiting");
  private static final AttributeKey<String> GIVEN = AttributeKey.valueOf("longhaul.given");

  /** Stack traces are not what an output's limit is for. */
  private static final int LEAST_FOR_ERRORS = 1 << 20;

  private final RuntimeListener listener;
  private final int maxOutput;

  RuntimePaths(RuntimeListener listener, int maxOutput) {
    this.listener = listener;
    this.maxOutput = maxOutput;
  }

  /** How large a request's body may be. */
  int limit(String path) {
    return path.endsWith("/response") ? maxOutput : Math.max(maxOutput, LEAST_FOR_ERRORS);
  }

  /** Where the parts of a request's body go while it is read; null: nowhere. */
  @Nullable Upload stream(HttpRequest head, Valve valve) {
    var ended = ENDED.matcher(head.uri());
    return head.headers().get(MODE, "").equalsIgnoreCase("streaming") && isResponse(ended)
        ? listener.stream(
            ended.group(1), head.headers().get(HttpHeaderNames.CONTENT_TYPE, ""), valve)
        : null;
  }

  private static boolean isResponse(Matcher ended) {
    return ended.matches() && ended.group(2).equals("response");
  }

  /** Answers; false if the path is none of these. */
  boolean answer(ChannelHandlerContext context, Asked asked) {
    var ended = ENDED.matcher(asked.head().uri());
    if (asked.is(HttpMethod.GET, RUNTIME + "invocation/next")) {
      next(context);
    } else if (asked.is(HttpMethod.POST, RUNTIME + "init/error")) {
      initError(context, asked);
    } else if (asked.head().method().equals(HttpMethod.POST) && ended.matches()) {
      ended(context, asked, ended);
    } else {
      return false;
    }
    return true;
  }

  private void next(ChannelHandlerContext context) {
    context.channel().attr(GIVEN).set(null);
    Poll poll =
        (invocation, lost) -> context.executor().execute(() -> give(context, invocation, lost));
    context.channel().attr(WAITING).set(poll);
    listener.next(poll);
  }

  private void initError(ChannelHandlerContext context, Asked asked) {
    if (listener.initError(asked.report())) {
      Replies.accepted(context);
    } else {
      var _ =
          Replies.problem(
              context,
              HttpResponseStatus.FORBIDDEN,
              "InvalidStateTransition",
              "The function is ready, or has told why it is not");
    }
  }

  private void ended(ChannelHandlerContext context, Asked asked, Matcher path) {
    boolean open =
        isResponse(path)
            ? response(path.group(1), asked)
            : listener.error(path.group(1), asked.report());
    if (open) {
      Replies.accepted(context);
    } else {
      var _ =
          Replies.problem(
              context,
              HttpResponseStatus.BAD_REQUEST,
              "InvalidRequestID",
              "No call of this id waits for an answer");
    }
  }

  /** Go's client sends trailers with every answer. */
  private boolean response(String id, Asked asked) {
    var failure = asked.trailingReport();
    var mode = asked.header(MODE);
    if (!mode.isEmpty() && !mode.matches("(?i)buffered|streaming")) {
      failure = invalidMode(mode);
    }
    return failure == null
        ? listener.response(id, asked.body().tooLarge() ? null : asked.body().bytes())
        : listener.error(id, failure);
  }

  private static Report invalidMode(String mode) {
    var type = "Runtime.InvalidResponseModeHeader";
    var shown = mode.replaceAll("[^a-zA-Z0-9-]", "?");
    return new Report(
        type,
        Json.of(
            "{\"errorType\":\"%s\",\"errorMessage\":\"%s must be streaming, not %s\"}"
                .formatted(type, MODE, shown)));
  }

  private static void give(ChannelHandlerContext context, Invocation call, Runnable lost) {
    context.channel().attr(WAITING).set(null);
    var headers = new LinkedHashMap<String, String>();
    headers.put("Lambda-Runtime-Aws-Request-Id", call.requestId());
    headers.put("Lambda-Runtime-Invocation-Id", call.requestId()); // .NET's sends it back
    headers.put("Lambda-Runtime-Deadline-Ms", Long.toString(call.deadlineMillis()));
    headers.put("Lambda-Runtime-Invoked-Function-Arn", call.functionArn());
    headers.put("Lambda-Runtime-Trace-Id", call.traceId());
    if (call.clientContext() != null) {
      headers.put("Lambda-Runtime-Client-Context", call.clientContext().toString());
    }
    context.channel().attr(GIVEN).set(call.requestId());
    Replies.json(context, HttpResponseStatus.OK, call.event(), headers)
        .addListener(written -> {
          if (!written.isSuccess()) {
            context.channel().attr(GIVEN).set(null);
            lost.run();
          }
        });
  }

  /** The connection was closed. */
  void gone(ChannelHandlerContext context) {
    var waiting = context.channel().attr(WAITING).getAndSet(null);
    if (waiting != null) {
      listener.left(waiting);
    }
    var given = context.channel().attr(GIVEN).get();
    if (given != null) {
      listener.gone(given);
    }
  }
}
