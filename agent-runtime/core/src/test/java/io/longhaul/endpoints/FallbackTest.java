package io.longhaul.endpoints;

import static io.longhaul.endpoints.RunningService.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.http.Exchange;
import io.longhaul.http.Fallback;
import io.longhaul.http.Header;
import io.longhaul.http.ProblemForm;
import io.longhaul.manifest.Auth;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An agent with paths of its own: every path but the service's reaches the fallback. */
class FallbackTest {

  private static final List<String> PAGE = List.of("https://app.example.com");

  private static RunningService service;

  @BeforeAll
  static void start() {
    service = new RunningService.Builder().fallback(telling(List.of())).start();
  }

  @AfterAll
  static void stop() throws Exception {
    service.close();
  }

  /** Answers what it sees. */
  private static Fallback telling(List<String> origins) {
    return new Fallback(FallbackTest::tell, ProblemForm.PROBLEM_JSON, () -> origins);
  }

  private static void tell(Exchange exchange) throws IOException {
    var seen =
        "%s %s ?%s %s body=%s"
            .formatted(
                exchange.method(),
                exchange.rawPath(),
                exchange.rawQuery(),
                exchange.headers(),
                new String(exchange.bytes(), StandardCharsets.UTF_8))
            .getBytes(StandardCharsets.UTF_8);
    var headers = List.of(new Header("Set-Cookie", "a=1"), new Header("Set-Cookie", "b=2"));
    exchange.open(206, headers, seen.length).write(seen);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/status", "/jobs", "/execute", "/docs", "/metrics", "/", "/-", "/-x"})
  void pathOfTheServiceElsewhereIsTheAgents(String path) throws Exception {
    assertThat(service.get(path).statusCode()).isEqualTo(206);
  }

  @Test
  void ownPathsStandUnderTheirPrefixOnly() throws Exception {
    assertThat(service.get("/-/status").statusCode()).isEqualTo(200);
    assertThat(service.post("/-/execute", RunningService.input("echo")).statusCode())
        .isEqualTo(200);
    assertThat(service.get("/-/nowhere").statusCode()).isEqualTo(404);
    assertThat(service.call("PUT", "/-/status").statusCode()).isEqualTo(405);
  }

  @Test
  void linksLeadToThePrefix() throws Exception {
    var accepted =
        service.post("/-/execute", RunningService.input("echo"), "Prefer", "respond-async");
    var job = accepted.headers().firstValue("Location").orElseThrow();
    assertThat(job).startsWith("/-/jobs/");
    assertThat(service.get(job).statusCode()).isEqualTo(200);
  }

  @Test
  void documentsNameThePathsAsTheyAre() throws Exception {
    var paths = json(service.get("/-/openapi.json")).path("paths").propertyNames();
    assertThat(paths).contains("/-/execute").allMatch(path -> path.startsWith("/-/"));
    assertThat(json(service.get("/-/discover")).path("endpoints"))
        .allMatch(row -> row.path("path").stringValue().startsWith("/-/"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PURGE"})
  void everyMethodIsTaken(String method) throws Exception {
    assertThat(service.call(method, "/a").body()).startsWith(method + " /a ?null");
  }

  @Test
  void headHasTheHeadersOnly() throws Exception {
    var answer = service.call("HEAD", "/a");
    assertThat(answer.statusCode()).isEqualTo(206);
    assertThat(answer.headers().firstValueAsLong("Content-Length").orElseThrow()).isPositive();
    assertThat(answer.body()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '~',
      value = {
        "/a%2Fb/%C3%BC;v=1 => /a%2Fb/%C3%BC;v=1 ?null",
        "/a//b/%5C => /a//b/%5C ?null",
        "/a?b[]=1&c=%zz&d={x|y}\"^` => /a ?b[]=1&c=%zz&d={x|y}\"^`",
        "/a[1]{2} => /a[1]{2} ?null",
        "http://localhost/a => /a ?null"
      })
  void pathAndQueryArriveAsSent(String target, String seen) throws Exception {
    assertThat(raw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n"))
        .contains("GET " + seen + " ");
  }

  @Test
  void headersArriveWithTheirNamesAndAllTheirValues() throws Exception {
    assertThat(raw("GET / HTTP/1.1\r\nHost: localhost\r\nX-oDD: 1\r\nx-odd: 2\r\n"))
        .contains("X-oDD=[1, 2]")
        .contains("Set-Cookie: a=1\r\n", "Set-Cookie: b=2\r\n");
  }

  @Test
  void largeHeadersPass() throws Exception {
    assertThat(service.get("/a", "Cookie", "x".repeat(12_000)).statusCode()).isEqualTo(206);
  }

  @Test
  void bodyOfAnyTypeAndEncodingArrives() throws Exception {
    var answer =
        service.send(
            service
                .request("/a", "Content-Type", "text/odd", "Content-Encoding", "gzip")
                .POST(BodyPublishers.ofString("as it is")));
    assertThat(answer.body()).endsWith("body=as it is");
  }

  @Test
  void bodyOverTheLimitIsRefused() throws Exception {
    assertThat(service.post("/a", "x".repeat(65 * 1024)).statusCode()).isEqualTo(413);
  }

  @Test
  void pageOfThisMachineReachesTheAgentAndAnotherDoesNot() throws Exception {
    assertThat(service.get("/a", "Origin", "http://localhost:5173").statusCode()).isEqualTo(206);
    assertThat(service.get("/a", "Origin", "https://evil.example").statusCode()).isEqualTo(403);
    assertThat(service.get("/a", "Origin", "null").statusCode()).isEqualTo(403);
  }

  @Test
  void preflightReachesTheAgentWhereNoOriginIsConfigured() throws Exception {
    assertThat(preflight(service, "http://localhost:5173").statusCode()).isEqualTo(206);
  }

  @Test
  void preflightIsAnsweredWithoutAKeyWhereOneIsConfigured() throws Exception {
    try (var open = keyed(PAGE)) {
      var answer = preflight(open, PAGE.getFirst());
      assertThat(answer.statusCode()).isEqualTo(204);
      assertThat(answer.headers().map())
          .containsEntry("access-control-allow-origin", PAGE)
          .containsEntry("access-control-allow-methods", List.of("PUT"))
          .containsEntry("access-control-allow-headers", List.of("x-one"));
      assertThat(preflight(open, "https://evil.example").headers().map())
          .doesNotContainKey("access-control-allow-origin");
    }
  }

  @Test
  void callsOfPagesAreMarkedWhereAnOriginIsConfigured() throws Exception {
    try (var open = keyed(PAGE)) {
      var allowed = open.get("/a", "Origin", PAGE.getFirst(), "X-Api-Key", "k");
      assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin"))
          .hasValue(PAGE.getFirst());
      var other = open.get("/a", "Origin", "https://evil.example", "X-Api-Key", "k");
      assertThat(other.statusCode()).isEqualTo(206);
      assertThat(other.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }
  }

  @Test
  void callersAreAskedForAKey() throws Exception {
    try (var closed = keyed(List.of())) {
      assertThat(closed.get("/a").statusCode()).isEqualTo(401);
      assertThat(closed.get("/a", "X-Api-Key", "k").statusCode()).isEqualTo(206);
      assertThat(preflight(closed, PAGE.getFirst()).statusCode()).isEqualTo(401);
    }
  }

  @Test
  void loadBalancersHeadersArriveAsItWroteThem() throws Exception {
    try (var behind = keyed(List.of())) {
      assertThat(behind.get("/a", "X-Api-Key", "k", "X-Forwarded-For", "1.2.3.4, 10.0.0.7").body())
          .contains("=[1.2.3.4, 10.0.0.7]");
    }
  }

  @Test
  void callsAreCountedUnderOnePattern() throws Exception {
    var _ = service.call("PURGE", "/counted");
    assertThat(service.get("/-/metrics").body())
        .contains("route=\"/{proxy+}\"", "method=\"other\"")
        .doesNotContain("PURGE", "/counted");
  }

  private static RunningService keyed(List<String> origins) {
    return new RunningService.Builder()
        .access(Auth.API_KEY, "k")
        .fallback(telling(origins))
        .start();
  }

  private static HttpResponse<String> preflight(RunningService asked, String origin)
      throws Exception {
    return asked.call(
        "OPTIONS",
        "/a",
        "Origin",
        origin,
        "Access-Control-Request-Method",
        "PUT",
        "Access-Control-Request-Headers",
        "x-one");
  }

  private static String raw(String head) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
      socket.setSoTimeout(60_000);
      socket
          .getOutputStream()
          .write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
