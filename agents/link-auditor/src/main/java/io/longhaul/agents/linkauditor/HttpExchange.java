package io.longhaul.agents.linkauditor;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/** One request and its answer. Follows nothing, repeats nothing. Safe for concurrent use. */
final class HttpExchange {

  private final HttpClient http;
  private final LongSupplier nanos;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  HttpExchange(HttpClient http, LongSupplier nanos) {
    this.http = http;
    this.nanos = nanos;
  }

  /**
   * Asks once.
   *
   * @param patience for everything together, from the name's look-up to the last byte; the client's
   *     own time-outs each begin anew with every byte
   * @throws IOException if no complete answer came
   */
  Answer ask(Purpose purpose, WebUrl url, Duration patience)
      throws IOException, InterruptedException {
    Future<Answer> answer = threads.submit(() -> exchange(purpose, url));
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new SocketTimeoutException("no answer within " + seconds(patience));
    } catch (ExecutionException e) {
      throw asIoException(e);
    } finally {
      answer.cancel(true);
    }
  }

  private Answer exchange(Purpose purpose, WebUrl url) throws IOException {
    HttpHost host = new HttpHost(url.scheme(), url.host(), url.effectivePort());
    var request = new BasicClassicHttpRequest(purpose.method(), host, url.target());
    long start = nanos.getAsLong();
    try (ClassicHttpResponse response = http.executeOpen(host, request, null)) {
      Body body = Body.read(purpose, response);
      return answer(response, body, Duration.ofNanos(nanos.getAsLong() - start));
    }
  }

  private static Answer answer(ClassicHttpResponse response, Body body, Duration took) {
    return new Answer(
        response.getCode(),
        header(response, "Location"),
        header(response, "Content-Type"),
        header(response, "Retry-After"),
        body,
        took);
  }

  private static Optional<String> header(ClassicHttpResponse response, String name) {
    return Optional.ofNullable(response.getFirstHeader(name)).map(Header::getValue);
  }

  private static IOException asIoException(ExecutionException e) {
    return e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
  }

  static String seconds(Duration time) {
    return "%d s".formatted(Math.max(1, Math.round(time.toMillis() / 1000.0)));
  }
}
