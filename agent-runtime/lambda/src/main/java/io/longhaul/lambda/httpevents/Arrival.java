package io.longhaul.lambda.httpevents;

import io.longhaul.http.Exchange;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Reads requests. What gateways tell in headers is added where no load balancer has done so.
 *
 * @param behindProxy whether a load balancer stands before the service: then the last entry of
 *     X-Forwarded-For is its own, and who called it; every earlier one is what callers claim
 */
record Arrival(boolean behindProxy, Clock clock) {

  private static final String FOR = "X-Forwarded-For";

  Incoming read(Exchange exchange) throws IOException {
    Instant now = clock.instant();
    var sent = new Headers(exchange.headers());
    var headers = behindProxy ? sent : forwarded(sent, exchange);
    return new Incoming(
        exchange.method(),
        exchange.rawPath(),
        exchange.rawQuery(),
        headers.withDefault("X-Amzn-Trace-Id", traceId(now)),
        new Body(exchange.bytes()),
        behindProxy ? lastOf(headers, exchange.peer()) : exchange.peer(),
        exchange.protocol(),
        now,
        exchange.claims());
  }

  private static Headers forwarded(Headers sent, Exchange exchange) {
    String before = sent.joined(FOR);
    String peer = exchange.peer();
    return sent.with(FOR, before == null ? peer : before + ", " + peer)
        .withDefault("X-Forwarded-Proto", exchange.scheme())
        .withDefault("X-Forwarded-Port", Integer.toString(exchange.port()));
  }

  private static String lastOf(Headers headers, String peer) {
    String all = headers.joined(FOR);
    return all == null ? peer : all.substring(all.lastIndexOf(',') + 1).strip();
  }

  private static String traceId(Instant now) {
    var random = ThreadLocalRandom.current();
    return String.format(
        Locale.ROOT,
        "Root=1-%08x-%016x%08x",
        now.getEpochSecond(),
        random.nextLong(),
        random.nextInt());
  }
}
