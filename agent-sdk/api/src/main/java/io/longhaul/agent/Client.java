package io.longhaul.agent;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Callable;

/**
 * Outgoing calls to one dependency, each within the time-out, rate, concurrency, retries and
 * circuit breaker that the manifest names under {@code clients}. Safe for concurrent use.
 */
public interface Client {

  /**
   * Runs a call of any kind. The work may run more than once and on another thread; it is
   * interrupted at its time-out.
   *
   * @throws Exception what the last try threw; {@link ClientUnavailable} if the call was not tried
   */
  <T> T call(Callable<T> work) throws Exception;

  /**
   * Sends over HTTP/1.1 or 2; redirects are not followed. The answers 429, 502, 503 and 504 count
   * as failures and are retried for the methods that are safe to repeat; the last answer is
   * returned.
   */
  <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) throws Exception;
}
