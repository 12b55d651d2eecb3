package io.longhaul.lambda.httpevents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the samples of AWS's do not show. */
class ProxyEventsTest {

  private static final ProxyEvent REST = new RestApiEvent(Requests.FRONT);
  private static final ProxyEvent HTTP = new HttpApiEvent(Requests.FRONT);
  private static final ProxyEvent BALANCER = new LoadBalancerEvent(Requests.FRONT);
  private static final ProxyEvent URL = new FunctionUrlEvent(Requests.FRONT);

  private static final Map<String, Object> CLAIMS =
      Map.of(
          "sub",
          "someone",
          "exp",
          Instant.ofEpochSecond(1583348638),
          "aud",
          List.of("a", "b"),
          "email_verified",
          true,
          "scope",
          "read write");

  @Test
  void claimsStandWhereAnHttpApiHasThem() {
    var jwt = claimed(HTTP).at("/requestContext/authorizer/jwt");
    assertThat(jwt.path("scopes").toString()).isEqualTo("[\"read\",\"write\"]");
    assertThat(jwt.at("/claims/exp").stringValue()).isEqualTo("1583348638");
    assertThat(jwt.at("/claims/aud").stringValue()).isEqualTo("[a b]");
    assertThat(jwt.at("/claims/email_verified").stringValue()).isEqualTo("true");
  }

  @Test
  void claimsStandWhereARestApiHasThem() {
    assertThat(claimed(REST).at("/requestContext/authorizer/claims/sub").stringValue())
        .isEqualTo("someone");
  }

  @Test
  void withoutATokenThereIsNoAuthorizer() {
    for (ProxyEvent kind : List.of(REST, HTTP, URL)) {
      assertThat(
              event(kind, Requests.get("/", null)).at("/requestContext/authorizer").isMissingNode())
          .isTrue();
    }
  }

  private static JsonNode claimed(ProxyEvent kind) {
    return event(kind, Requests.of("/", null, new Headers(Map.of()), new byte[0], CLAIMS));
  }

  @ParameterizedTest
  @CsvSource({
    "text/html; charset=utf-8, false",
    "TEXT/plain, false",
    "application/json, false",
    "application/javascript, false",
    "application/xml, false",
    "application/x-www-form-urlencoded, true",
    "application/x-www-form-urlencoded; charset=utf-8, true",
    "application/vnd.api+json, true",
    "application/atom+xml, true",
    "multipart/form-data; boundary=x, true",
    "image/png, true"
  })
  void bodyIsTextByItsType(String type, boolean base64) {
    for (ProxyEvent kind : List.of(HTTP, BALANCER, URL)) {
      var event = event(kind, Requests.post("/", null, "abc", "Content-Type", type));
      assertThat(event.path("isBase64Encoded").booleanValue()).isEqualTo(base64);
      assertThat(event.path("body").stringValue()).isEqualTo(base64 ? "YWJj" : "abc");
    }
  }

  @Test
  void bodyWithoutATypeIsNoText() {
    for (ProxyEvent kind : List.of(HTTP, BALANCER, URL)) {
      assertThat(event(kind, Requests.post("/", null, "abc")).path("body").stringValue())
          .isEqualTo("YWJj");
    }
  }

  @Test
  void restApiShowsWhateverIsTextAsText() {
    var form = Requests.post("/", null, "a=b", "Content-Type", "application/x-www-form-urlencoded");
    for (Incoming request : List.of(form, Requests.post("/", null, "a=b"))) {
      var event = event(REST, request);
      assertThat(event.path("body").stringValue()).isEqualTo("a=b");
      assertThat(event.path("isBase64Encoded").booleanValue()).isFalse();
    }
  }

  @Test
  void bytesThatAreNoTextAreNeverLost() {
    for (ProxyEvent kind : List.of(REST, HTTP, BALANCER, URL)) {
      var event =
          event(kind, Requests.post("/", null, "\u00ff\u0000", "Content-Type", "text/plain"));
      assertThat(event.path("body").stringValue()).isEqualTo("/wA=");
      assertThat(event.path("isBase64Encoded").booleanValue()).isTrue();
    }
  }

  @Test
  void encodedBodyIsNoTextForALoadBalancer() {
    var request = Requests.post("/", null, "a", "Content-Type", "text/x", "Content-Encoding", "br");
    assertThat(event(BALANCER, request).path("isBase64Encoded").booleanValue()).isTrue();
    assertThat(event(HTTP, request).path("isBase64Encoded").booleanValue()).isFalse();
  }

  @Test
  void absentThingsAreNullAbsentOrEmptyByKind() {
    var request = Requests.get("/", null);
    assertThat(event(REST, request).path("body").isNull()).isTrue();
    assertThat(event(REST, request).path("queryStringParameters").isNull()).isTrue();
    assertThat(event(HTTP, request).propertyNames())
        .doesNotContain("body", "cookies", "queryStringParameters", "pathParameters");
    assertThat(event(URL, request).propertyNames()).doesNotContain("body", "cookies");
    assertThat(event(BALANCER, request).path("body").stringValue()).isEmpty();
    assertThat(event(BALANCER, request).path("queryStringParameters")).isEmpty();
  }

  @Test
  void whatNothingHereFillsIsAbsentOrNull() {
    var request = Requests.get("/", null);
    var rest = event(REST, request);
    assertThat(rest.path("stageVariables").isNull()).isTrue();
    assertThat(rest.at("/requestContext/identity/userArn").isNull()).isTrue();
    assertThat(rest.at("/requestContext/identity").propertyNames()).doesNotContain("clientCert");
    assertThat(rest.at("/requestContext/accountId").stringValue()).isEqualTo("123456789012");
    assertThat(event(HTTP, request).propertyNames()).doesNotContain("stageVariables");
    assertThat(event(HTTP, request).path("requestContext").propertyNames())
        .doesNotContain("authentication", "authorizer");
    assertThat(event(BALANCER, request).propertyNames()).doesNotContain("multiValueHeaders");
  }

  @Test
  void queryIsDecodedAsFormsAreAndKeptWhereItIsBroken() {
    var query = "a=1+2&b=%C3%BC&c=%zz&d=%ff&e&=f&&g=h=i";
    assertThat(event(REST, Requests.get("/", query)).path("queryStringParameters").toString())
        .isEqualTo(
            "{\"a\":\"1 2\",\"b\":\"ü\",\"c\":\"%zz\",\"d\":\"%ff\",\"e\":\"\",\"\":\"f\",\"g\":\"h=i\"}");
    assertThat(event(BALANCER, Requests.get("/", query)).at("/queryStringParameters/b"))
        .hasToString("\"%C3%BC\"");
  }

  @Test
  void onlyAnHttpApiDecodesThePathAndTakesTheCookieAway() {
    var request = Requests.get("/a%20b", null, "Cookie", "a=1; b=2");
    assertThat(event(HTTP, request).path("rawPath").stringValue()).isEqualTo("/a b");
    assertThat(event(URL, request).path("rawPath").stringValue()).isEqualTo("/a%20b");
    assertThat(event(REST, request).path("path").stringValue()).isEqualTo("/a%20b");
    assertThat(event(HTTP, request).at("/headers/cookie").isMissingNode()).isTrue();
    assertThat(event(URL, request).at("/headers/cookie").stringValue()).isEqualTo("a=1; b=2");
    assertThat(event(HTTP, request).path("cookies")).hasToString("[\"a=1\",\"b=2\"]");
  }

  @Test
  void stageStandsBeforeThePathOfTheApisOwnAddress() {
    var front = new Front("api", "prod", "arn:group");
    var request = Requests.get("/a", null);
    assertThat(event(new HttpApiEvent(front), request).path("rawPath").stringValue())
        .isEqualTo("/prod/a");
    var rest = event(new RestApiEvent(front), request);
    assertThat(rest.path("path").stringValue()).isEqualTo("/a");
    assertThat(rest.at("/requestContext/path").stringValue()).isEqualTo("/prod/a");
  }

  private static JsonNode event(ProxyEvent kind, Incoming request) {
    return kind.of(request, Requests.MATCH, "id");
  }
}
