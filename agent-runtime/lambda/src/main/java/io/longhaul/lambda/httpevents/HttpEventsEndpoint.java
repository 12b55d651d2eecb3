package io.longhaul.lambda.httpevents;

import io.longhaul.handler.Handler;
import io.longhaul.handler.Json;
import io.longhaul.http.Endpoint;
import io.longhaul.http.Exchange;
import io.longhaul.http.Header;
import io.longhaul.jobs.Answer;
import io.longhaul.jobs.ExecutionRequest;
import io.longhaul.jobs.Executions;
import io.longhaul.lambda.calls.CallOptions;
import io.longhaul.lambda.calls.Invocable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Runs the function on a request. It holds the connection for as long as the function runs. */
final class HttpEventsEndpoint implements Endpoint {

  private static final Logger LOG = LoggerFactory.getLogger(HttpEventsEndpoint.class);

  private final Kind kind;
  private final Arrival arrival;
  private final Executions executions;
  private final Invocable function;
  private final JsonMapper mapper;
  private final Supplier<List<String>> origins;

  HttpEventsEndpoint(
      Kind kind,
      Arrival arrival,
      Executions executions,
      Handler handler,
      JsonMapper mapper,
      Supplier<List<String>> origins) {
    this.kind = kind;
    this.arrival = arrival;
    this.executions = executions;
    this.function = Invocable.of(handler);
    this.mapper = mapper;
    this.origins = origins;
  }

  @Override
  public void answer(Exchange exchange) throws Exception {
    Match match =
        kind.routes()
            .find(exchange.method(), exchange.rawPath())
            .orElseThrow(new GatewayErrors(kind.rules())::noRoute);
    Incoming request = arrival.read(exchange);
    var id = new AtomicReference<>("");
    try (var stream = new AnswerStream(exchange, kind.rules(), head -> finished(head, id.get()))) {
      Answer answer = executions.execute(held(request, match, exchange, stream, id::set));
      if (!stream.begun()) {
        HttpAnswer http = stream.unreadable() ? unreadable(answer) : http(answer);
        http.under(finished(http.head(), answer.id().toString())).send(exchange);
      } else if (!(answer instanceof Answer.Succeeded)) {
        throw Exchange.brokenOff("The function failed after it had begun to answer");
      }
    }
  }

  /** Without a key and a wait: callers of a function's own paths know no 202 for an answer. */
  private ExecutionRequest held(
      Incoming request, Match match, Exchange exchange, AnswerStream stream, Consumer<String> id) {
    var options = new CallOptions(request.headers().last("X-Amzn-Trace-Id"), null, stream, null);
    Handler.Call call =
        context -> {
          id.accept(context.executionId());
          Json event = event(request, match, context.executionId());
          return function.bind(event, options).run(context);
        };
    // the input would only be kept with a key or a wait
    return new ExecutionRequest(Json.of(""), call, exchange.caller(), exchange.path(), null, null);
  }

  private Json event(Incoming request, Match match, String executionId) {
    return Json.of(mapper.writeValueAsBytes(kind.event().of(request, match, executionId)));
  }

  private HttpAnswer http(Answer answer) {
    if (!(answer instanceof Answer.Succeeded(var id, Json result))) {
      return fault(); // its own log line says why
    }
    try {
      return HttpAnswer.of(kind.rules(), result);
    } catch (Malformed e) {
      LOG.warn("Execution {} answered no HTTP answer: {}", id, e.getMessage());
      return fault();
    }
  }

  private HttpAnswer unreadable(Answer answer) {
    LOG.warn("Execution {} streamed an answer whose prelude cannot be read", answer.id());
    return fault();
  }

  private HttpAnswer fault() {
    return HttpAnswer.json(
        kind.rules().faultStatus(),
        mapper.writeValueAsBytes(Map.of("message", kind.rules().faultMessage())));
  }

  private AnswerHead finished(AnswerHead head, String executionId) {
    AnswerHead own = origins.get().isEmpty() ? head : head.withoutCors();
    String name = kind.rules().requestIdHeader();
    return name == null ? own : own.plus(new Header(name, executionId));
  }
}
