package io.longhaul.lambda.httpevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.longhaul.handler.Json;
import io.longhaul.http.Header;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpAnswerTest {

  private static final Header JSON = new Header("Content-Type", "application/json");

  @Test
  void listsAndSingleHeadersAreMergedAndSaidOnce() throws Malformed {
    var answer =
        rest(
            """
            {"statusCode":200,
             "headers":{"Set-Cookie":"a=1","X-One":"1","Content-Type":"application/json"},
             "multiValueHeaders":{"set-cookie":["a=1","b=2"],"X-One":["2"]}}
            """);
    assertThat(answer.head().headers())
        .containsExactly(
            new Header("set-cookie", "a=1"),
            new Header("set-cookie", "b=2"),
            new Header("X-One", "2"),
            new Header("X-One", "1"),
            JSON);
  }

  @Test
  void restApiRenamesNoHeader() throws Malformed {
    var answer =
        rest(
            """
            {"statusCode":401,
             "headers":{"WWW-Authenticate":"Basic","Authorization":"a","Content-Type":"application/json"}}
            """);
    assertThat(answer.head().headers())
        .containsExactlyInAnyOrder(
            new Header("WWW-Authenticate", "Basic"), new Header("Authorization", "a"), JSON);
  }

  @Test
  void cookiesCountInPayload2OnlyAndListsInTheOthers() throws Malformed {
    var answer = "{\"statusCode\":204,\"cookies\":[\"a=1\"],\"multiValueHeaders\":{\"b\":[\"2\"]}}";
    assertThat(of(AnswerRules.HTTP_API, answer).head().headers())
        .containsExactly(new Header("Set-Cookie", "a=1"));
    assertThat(of(AnswerRules.LOAD_BALANCER, answer).head().headers())
        .containsExactly(new Header("b", "2"));
  }

  @Test
  void bodyWithoutATypeGetsTheFrontsOwn() throws Malformed {
    assertThat(rest("{\"statusCode\":200,\"body\":\"x\"}").head().headers()).containsExactly(JSON);
    assertThat(of(AnswerRules.HTTP_API, "{\"statusCode\":200}").head().headers())
        .containsExactly(new Header("Content-Type", "text/plain;charset=UTF-8"));
    assertThat(rest("{\"statusCode\":304}").head().headers()).isEmpty();
  }

  @Test
  void statusMayBeAText() throws Malformed {
    assertThat(rest("{\"statusCode\":\"404\"}").head().status()).isEqualTo(404);
  }

  @Test
  void base64IsDecodedAlsoInLines() throws Malformed {
    var answer = rest("{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"YW\\r\\nJj\"}");
    assertThat(answer.body()).isEqualTo("abc".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void valueBeyondLatin1GoesAsUtf8() throws Malformed {
    var head = rest("{\"statusCode\":204,\"headers\":{\"a\":\"€\",\"b\":\"ü\",\"c\":null}}").head();
    assertThat(head.headers())
        .containsExactly(new Header("a", "\u00e2\u0082\u00ac"), new Header("b", "ü"));
  }

  @ParameterizedTest
  @EnumSource(names = {"REST_API", "LOAD_BALANCER"})
  void answerWithoutAStatusIsMalformedWithoutPayload2(AnswerRules rules) {
    for (var answer : new String[] {"{}", "null", "\"x\"", "[]", "{\"body\":\"x\"}"}) {
      assertThatThrownBy(() -> of(rules, answer)).isInstanceOf(Malformed.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"statusCode\":1.5}",
        "{\"statusCode\":200,\"body\":1}",
        "{\"statusCode\":200,\"headers\":{\"a\":{}}}",
        "{\"statusCode\":200,\"headers\":\"a\"}",
        "{\"statusCode\":200,\"multiValueHeaders\":{\"a\":\"b\"}}",
        "{\"statusCode\":200,\"multiValueHeaders\":{\"a\":[[]]}}",
        "{\"statusCode\":200,\"headers\":{\"\":\"b\"}}",
        "{\"statusCode\":200,\"headers\":{\"a\":\"\\u0000\"}}"
      })
  void oddShapeIsMalformed(String answer) {
    assertThatThrownBy(() -> rest(answer)).isInstanceOf(Malformed.class);
  }

  @Test
  void headersThatTheServerCouldNotWriteAreMalformed() throws Malformed {
    var answer = "{\"statusCode\":204,\"headers\":{\"a\":\"%s\"}}";
    assertThat(rest(answer.formatted("x".repeat(14_000))).head().headers()).hasSize(1);
    assertThatThrownBy(() -> rest(answer.formatted("x".repeat(16_000))))
        .isInstanceOf(Malformed.class);
  }

  @Test
  void headersOfOriginsCanBeTakenAway() throws Malformed {
    var head =
        rest("{\"statusCode\":204,\"headers\":"
                + "{\"access-control-allow-origin\":\"*\",\"Vary\":\"a\"}}")
            .head();
    assertThat(head.withoutCors().headers()).containsExactly(new Header("Vary", "a"));
  }

  private static HttpAnswer rest(String answer) throws Malformed {
    return of(AnswerRules.REST_API, answer);
  }

  private static HttpAnswer of(AnswerRules rules, String answer) throws Malformed {
    return HttpAnswer.of(rules, Json.of(answer));
  }
}
