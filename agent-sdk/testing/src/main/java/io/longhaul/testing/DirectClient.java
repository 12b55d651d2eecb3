package io.longhaul.testing;

import io.longhaul.agent.Client;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Callable;

/** Runs every call once, at once, on the calling thread: no retry, no rate, no breaker. */
final class DirectClient implements Client {

  private final HttpClient http =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  @Override
  public <T> T call(Callable<T> work) throws Exception {
    return work.call();
  }

  @Override
  public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body)
      throws Exception {
    return http.send(request, body);
  }
}
