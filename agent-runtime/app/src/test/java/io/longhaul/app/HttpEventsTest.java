package io.longhaul.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A function behind API Gateway's HTTP API, called by plain HTTP. */
class HttpEventsTest {

  @TempDir static Path folder;

  private static EchoService service;

  @BeforeAll
  static void start() throws Exception {
    service =
        EchoService.local(
            folder,
            "{event: api-gateway-v2, max-body: 64KB,"
                + " routes: [\"GET /customers/{id}\", \"ANY /any\", \"POST /files/{proxy+}\"]}");
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void routeFillsKeyAndParameters() throws Exception {
    var event = service.event(service.request("/customers/4%202?a=1&a=2"));
    assertThat(event.path("routeKey").stringValue()).isEqualTo("GET /customers/{id}");
    assertThat(event.at("/pathParameters/id").stringValue()).isEqualTo("4 2");
    assertThat(event.at("/queryStringParameters/a").stringValue()).isEqualTo("1,2");
    assertThat(event.at("/requestContext/http/path").stringValue()).isEqualTo("/customers/4 2");
  }

  @Test
  void callerIsThePeerAndForwardingIsToldAsAGatewayWould() throws Exception {
    var event = service.event(service.request("/any").header("X-Forwarded-For", "9.9.9.9"));
    assertThat(event.at("/requestContext/http/sourceIp").stringValue()).isEqualTo("127.0.0.1");
    assertThat(event.at("/headers/x-forwarded-for").stringValue()).isEqualTo("9.9.9.9, 127.0.0.1");
    assertThat(event.at("/headers/x-forwarded-proto").stringValue()).isEqualTo("http");
    assertThat(event.at("/headers/x-amzn-trace-id").stringValue())
        .matches("Root=1-[0-9a-f]{8}-[0-9a-f]{24}");
  }

  @Test
  void requestIdIsTheExecutionsAndStandsInTheAnswer() throws Exception {
    var answer = service.send(service.request("/any"));
    var id = answer.headers().firstValue("apigw-requestid").orElseThrow();
    assertThat(answer.body()).contains("\"requestId\":\"" + id + "\"");
  }

  @Test
  void authorizationOfTheFunctionReachesIt() throws Exception {
    var event = service.event(service.request("/any").header("Authorization", "Bearer its-own"));
    assertThat(event.at("/headers/authorization").stringValue()).isEqualTo("Bearer its-own");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "REPORT"})
  void everyMethodReachesIt(String method) throws Exception {
    var event = service.event(service.request("/any").method(method, BodyPublishers.noBody()));
    assertThat(event.at("/requestContext/http/method").stringValue()).isEqualTo(method);
  }

  @Test
  void headIsAnsweredWithoutABody() throws Exception {
    var answer =
        service.send(
            service
                .answering("{\"statusCode\":200,\"headers\":{\"content-length\":\"77\"}}")
                .method("HEAD", BodyPublishers.noBody()));
    assertThat(answer.headers().firstValue("content-length")).hasValue("77");
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void bytesArriveAndGoBackAsTheyAre() throws Exception {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    var event = service.event(service.request("/files/a/b").POST(BodyPublishers.ofByteArray(all)));
    assertThat(event.path("isBase64Encoded").booleanValue()).isTrue();
    assertThat(Base64.getDecoder().decode(event.path("body").stringValue())).isEqualTo(all);
    assertThat(event.at("/pathParameters/proxy").stringValue()).isEqualTo("a/b");
  }

  @Test
  void statusHeadersAndCookiesComeBack() throws Exception {
    var answer =
        answered(
            "{\"statusCode\":201,\"headers\":{\"X-One\":1,\"Content-Type\":\"text/x\"},"
                + "\"cookies\":[\"a=1; Path=/\",\"b=2\"],\"body\":\"ü\"}");
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().allValues("set-cookie")).containsExactly("a=1; Path=/", "b=2");
    assertThat(answer.headers().firstValue("x-one")).hasValue("1");
    assertThat(answer.headers().firstValue("content-type")).hasValue("text/x");
    assertThat(answer.body()).isEqualTo("ü");
  }

  @Test
  void anyJsonWithoutAStatusIsABody() throws Exception {
    var answer = answered("{\"a\": [1]}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
    assertThat(answer.body()).isEqualTo("{\"a\": [1]}");
    assertThat(answered("\"text\"").body()).isEqualTo("text");
    assertThat(answered("null").body()).isEqualTo("null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fail", "exit"})
  void functionThatFailsIsAnErrorOfTheGateway(String how) throws Exception {
    var answer = answered(how);
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
    assertThat(answered("{\"statusCode\":204}").statusCode()).isEqualTo(204);
  }

  @ParameterizedTest
  @CsvSource({
    "api-gateway-v1, Internal server error",
    "alb, Bad Gateway",
    "function-url, Internal Server Error"
  })
  void functionThatFailsIs502OfTheOtherKinds(String kind, String message, @TempDir Path other)
      throws Exception {
    try (var service = EchoService.local(other, "{event: " + kind + "}")) {
      for (var how : List.of("fail", "exit", "{\"statusCode\":\"no\"}")) {
        var answer = service.send(service.answering(how));
        assertThat(answer.statusCode()).as(how).isEqualTo(502);
        assertThat(answer.body()).as(how).isEqualTo("{\"message\":\"" + message + "\"}");
      }
      var next = service.send(service.answering("{\"statusCode\":204}"));
      assertThat(next.statusCode()).isEqualTo(204);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"statusCode\":\"no\"}",
        "{\"statusCode\":99}",
        "{\"statusCode\":101}",
        "{\"statusCode\":200,\"body\":{}}",
        "{\"statusCode\":200,\"headers\":[]}",
        "{\"statusCode\":200,\"headers\":{\"a\":\"b\\r\\nc: d\"}}",
        "{\"statusCode\":200,\"headers\":{\"a b\":\"c\"}}",
        "{\"statusCode\":200,\"cookies\":\"a\"}",
        "{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"a\"}"
      })
  void answerThatIsNoneIsAnErrorOfTheGateway(String answer) throws Exception {
    assertThat(answered(answer).statusCode()).isEqualTo(500);
  }

  @Test
  void connectionIsTheServersOwn() throws Exception {
    var answer =
        answered(
            "{\"statusCode\":200,\"headers\":{\"Transfer-Encoding\":\"chunked\","
                + "\"Content-Length\":\"1\",\"Connection\":\"close\"},\"body\":\"abc\"}");
    assertThat(answer.headers().firstValue("content-length")).hasValue("3");
    assertThat(answer.headers().firstValue("transfer-encoding")).isEmpty();
    assertThat(answer.body()).isEqualTo("abc");
  }

  @Test
  void requestThatNoRouteTakesNeverReachesTheFunction() throws Exception {
    for (var path : List.of("/nowhere", "/customers", "/customers/1/2", "/execute", "/files/")) {
      var answer = service.send(service.request(path));
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(answer.body()).isEqualTo("{\"message\":\"Not Found\"}");
    }
  }

  @Test
  void bodyOverTheLimitIsRefused() throws Exception {
    var answer =
        service.send(service.request("/any").POST(BodyPublishers.ofString("x".repeat(70_000))));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).startsWith("{\"message\":\"The body is larger");
  }

  @Test
  void runtimesOwnPathsAndTheInvokeApiAnswerBeside() throws Exception {
    assertThat(service.send(service.request("/-/status")).statusCode()).isEqualTo(200);
    var invoked =
        service.send(
            service
                .request("/2015-03-31/functions/echo/invocations")
                .POST(BodyPublishers.ofString("{\"a\":1}")));
    assertThat(invoked.statusCode()).isEqualTo(200);
    assertThat(invoked.headers().firstValue("x-amzn-RequestId")).isPresent();
    var prefer = service.request("/any").header("Prefer", "respond-async");
    assertThat(service.send(prefer).statusCode()).isEqualTo(200);
  }

  @Test
  void openApiNamesThePrefixAndTheInvokeApiAsTheyAre() throws Exception {
    var document = service.send(service.request("/-/openapi.json")).body();
    assertThat(document)
        .contains("\"/-/execute\"", "\"/2015-03-31/functions/{name}/invocations\"")
        .doesNotContain("\"/execute\"", "\"/-/2015");
  }

  @Test
  void largeHeadersPassBothWays() throws Exception {
    var value = "x".repeat(10_000);
    // the request carries what the function is to answer, and so has a large header too
    var answer = answered("{\"statusCode\":200,\"headers\":{\"a\":\"" + value + "\"}}");
    assertThat(answer.headers().firstValue("a")).hasValue(value);
  }

  @Test
  void originsOfTheManifestReplaceWhatTheFunctionSaysOfThem(@TempDir Path other) throws Exception {
    var http = "{event: function-url, cors: [https://app.example.com]}";
    try (var open = EchoService.local(other, http)) {
      var answer =
          open.send(
              open.answering(
                      "{\"statusCode\":200,\"headers\":{\"Access-Control-Allow-Origin\":\"*\"}}")
                  .header("Origin", "https://app.example.com"));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().allValues("access-control-allow-origin"))
          .containsExactly("https://app.example.com");
    }
  }

  private static HttpResponse<String> answered(String answer) throws Exception {
    return service.send(service.answering(answer));
  }
}
