package io.longhaul.clients;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.longhaul.agent.Client;
import io.longhaul.agent.ClientUnavailable;
import io.longhaul.agent.PermanentFailure;
import io.longhaul.manifest.CircuitBreakerSettings;
import io.longhaul.manifest.ClientSettings;
import io.longhaul.manifest.Rate;
import io.longhaul.manifest.Share;
import io.longhaul.testing.TestClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientsTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  @RegisterExtension
  private static final WireMockExtension SERVER =
      WireMockExtension.newInstance().options(options().dynamicPort()).build();

  private final TestClock clock = new TestClock();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private @Nullable Clients clients;

  @AfterEach
  void close() {
    if (clients != null) {
      clients.close();
    }
  }

  private Client client(
      @Nullable Duration timeout,
      int retries,
      @Nullable CircuitBreakerSettings breaker,
      @Nullable Integer concurrency,
      @Nullable Rate rate) {
    var settings = new ClientSettings(timeout, retries, breaker, concurrency, rate);
    clients = new Clients(Map.of("web", settings), meters, clock, Duration.ofMillis(1));
    return clients.client("web");
  }

  private Client retrying() {
    return client(LONG, 2, null, null, null);
  }

  private static HttpRequest request(String method) {
    return HttpRequest.newBuilder(URI.create(SERVER.baseUrl() + "/"))
        .method(method, BodyPublishers.noBody())
        .build();
  }

  private static int status(Client client, String method) throws Exception {
    return client.send(request(method), BodyHandlers.ofString()).statusCode();
  }

  private static void answerFirst(ResponseDefinitionBuilder first) {
    SERVER.stubFor(
        any(anyUrl())
            .inScenario("s")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(first)
            .willSetStateTo("then"));
    SERVER.stubFor(
        any(anyUrl()).inScenario("s").whenScenarioStateIs("then").willReturn(aResponse()));
  }

  private static void answerAlways(ResponseDefinitionBuilder answer) {
    SERVER.stubFor(any(anyUrl()).willReturn(answer));
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 502, 503, 504})
  void sendWhenTheAnswerIsAFailureTriesAgain(int status) throws Exception {
    answerFirst(aResponse().withStatus(status));
    assertThat(status(retrying(), "GET")).isEqualTo(200);
    SERVER.verify(2, anyRequestedFor(anyUrl()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PATCH"})
  void sendWhenTheMethodIsNotSafeToRepeatTriesOnce(String method) throws Exception {
    answerFirst(aResponse().withStatus(503));
    assertThat(status(retrying(), method)).isEqualTo(503);
    SERVER.verify(1, anyRequestedFor(anyUrl()));
  }

  @Test
  void sendWhenEveryTryFailsAnswersTheLast() throws Exception {
    answerAlways(aResponse().withStatus(503));
    assertThat(status(retrying(), "PUT")).isEqualTo(503);
    SERVER.verify(3, anyRequestedFor(anyUrl()));
  }

  @Test
  void sendWhenTheConnectionBreaksTriesAgain() throws Exception {
    answerFirst(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    assertThat(status(retrying(), "GET")).isEqualTo(200);
  }

  @Test
  void sendWhenRetryAfterIsTooFarAwayAnswersAtOnce() throws Exception {
    answerFirst(aResponse().withStatus(429).withHeader("Retry-After", "3600"));
    assertThat(status(retrying(), "GET")).isEqualTo(429);
  }

  @Test
  void sendWhenRetryAfterIsADateWaitsUntilThen() throws Exception {
    answerFirst(
        aResponse().withStatus(503).withHeader("Retry-After", "Thu, 01 Jan 2026 00:00:00 GMT"));
    assertThat(status(retrying(), "GET")).isEqualTo(200);
  }

  @Test
  void sendNeverFollowsARedirect() throws Exception {
    answerAlways(aResponse().withStatus(302).withHeader("Location", "/elsewhere"));
    assertThat(status(retrying(), "GET")).isEqualTo(302);
    SERVER.verify(1, anyRequestedFor(anyUrl()));
  }

  @Test
  void sendWhenItTakesTooLongTimesOut() {
    answerAlways(aResponse().withFixedDelay(60_000));
    var client = client(Duration.ofMillis(50), 0, null, null, null);
    assertThatThrownBy(() -> status(client, "GET"))
        .isInstanceOf(HttpTimeoutException.class)
        .hasMessage("The client web gave no answer within PT0.05S");
  }

  @Test
  void callWhenItTakesTooLongIsInterrupted() {
    var interrupted = new CountDownLatch(1);
    var client = client(Duration.ofMillis(20), 0, null, null, null);
    assertThatThrownBy(() -> client.call(() -> waitForever(interrupted)))
        .isInstanceOf(TimeoutException.class);
    assertThat(interrupted).satisfies(latch -> latch.await());
  }

  private static Object waitForever(CountDownLatch interrupted) {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException _) {
      interrupted.countDown();
    }
    return "never";
  }

  @Test
  void callRetriesWhatMayPass() throws Exception {
    var tries = new AtomicInteger();
    assertThat(retrying().call(() -> failUntil(3, tries))).isEqualTo(3);
  }

  @Test
  void callWhenTheFailureIsPermanentTriesOnce() {
    var tries = new AtomicInteger();
    var client = retrying();
    assertThatThrownBy(() ->
            client.call(() -> {
              tries.incrementAndGet();
              throw new PermanentFailure("no");
            }))
        .isInstanceOf(PermanentFailure.class);
    assertThat(tries).hasValue(1);
  }

  private static int failUntil(int success, AtomicInteger tries) throws IOException {
    if (tries.incrementAndGet() < success) {
      throw new IOException("try " + tries);
    }
    return tries.get();
  }

  @Test
  void callWhenTooManyFailedIsNotTriedUntilThePauseIsOver() throws Exception {
    var breaker = new CircuitBreakerSettings(new Share(50), 2, Duration.ofMinutes(5));
    var client = client(null, 0, breaker, null, null);
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> client.call(() -> failUntil(9, new AtomicInteger())))
          .isInstanceOf(IOException.class);
    }
    assertThatThrownBy(() -> client.call(() -> "x"))
        .isInstanceOf(ClientUnavailable.class)
        .hasMessageContaining("The client web is not called: its circuit breaker is open");
    clock.advance(Duration.ofMinutes(6));
    assertThat(client.call(() -> "x")).isEqualTo("x");
  }

  @Test
  void sendWhenAnswersAreFailuresOpensTheBreaker() throws Exception {
    answerAlways(aResponse().withStatus(503));
    var breaker = new CircuitBreakerSettings(new Share(50), 2, Duration.ofMinutes(5));
    var client = client(LONG, 0, breaker, null, null);
    status(client, "GET");
    status(client, "POST");
    assertThatThrownBy(() -> status(client, "GET")).isInstanceOf(ClientUnavailable.class);
  }

  @Test
  void callWaitsForItsTurnAtTheRate() throws Exception {
    var client = client(LONG, 0, null, null, new Rate(100, Duration.ofSeconds(1)));
    long start = System.nanoTime();
    for (int i = 0; i < 11; i++) {
      assertThat(client.call(() -> "x")).isEqualTo("x");
    }
    assertThat(System.nanoTime() - start).isGreaterThan(Duration.ofMillis(90).toNanos());
  }

  @Test
  void callWhenItsTurnIsTooFarAwayIsNotTried() throws Exception {
    var client = client(Duration.ofSeconds(5), 0, null, null, new Rate(1, Duration.ofHours(1)));
    client.call(() -> "x");
    assertThatThrownBy(() -> client.call(() -> "x"))
        .isInstanceOf(ClientUnavailable.class)
        .hasMessageContaining("its turn at its rate");
  }

  @Test
  void callWhenAllPlacesAreTakenIsNotTried() throws Exception {
    var client = client(Duration.ofMillis(50), 0, null, 1, null);
    assertThatThrownBy(() -> client.call(() -> client.call(() -> "inner")))
        .isInstanceOfAny(ClientUnavailable.class, TimeoutException.class);
    assertThat(client.call(() -> "x")).isEqualTo("x");
  }

  @Test
  void callWhenTheCallerIsInterruptedEnds() {
    var client = client(LONG, 2, null, null, null);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> client.call(() -> waitForever(new CountDownLatch(1))))
        .isInstanceOf(InterruptedException.class);
  }

  @Test
  void clientWhenNoneIsDeclaredNamesThoseThatAre() {
    retrying();
    assertThatThrownBy(() -> java.util.Objects.requireNonNull(clients).client("we"))
        .hasMessage("The manifest declares no client we; add it under clients, beside [web]");
  }

  @Test
  void metricsShowTheClients() throws Exception {
    retrying().call(() -> "x");
    assertThat(meters.get("resilience4j.retry.calls").tag("name", "web").functionCounters())
        .isNotEmpty();
  }
}
