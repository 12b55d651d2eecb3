package io.longhaul.clients;

import io.longhaul.agent.Client;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeoutException;

record ResilientClient(Resilience resilience, HttpClient http, ExecutorService executor)
    implements Client {

  @Override
  public <T> T call(Callable<T> work) throws Exception {
    return resilience.run(work, true, executor);
  }

  @Override
  public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body)
      throws Exception {
    try {
      return resilience.run(() -> http.send(request, body), Verdict.repeatable(request), executor);
    } catch (TimeoutException late) {
      var told = new HttpTimeoutException(String.valueOf(late.getMessage()));
      told.initCause(late);
      throw told;
    }
  }
}
