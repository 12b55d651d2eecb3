package io.longhaul.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no client library sends. */
class BrokenRequestsTest {

  private static final String HOST = "\r\nHost: localhost\r\nConnection: close\r\n";

  private static RunningService service;

  @BeforeAll
  static void start() {
    service = RunningService.local();
  }

  @AfterAll
  static void stop() throws Exception {
    service.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /a[b HTTP/1.1      | 400",
        "GET /a%2fb HTTP/1.1    | 400",
        "GET /a%zz HTTP/1.1     | 400",
        "GET /a%00 HTTP/1.1     | 400",
        "GET /jobs?limit=%zz HTTP/1.1 | 400",
        "TRACE /status HTTP/1.1 | 405",
        "GARBAGE                | 400",
        "GET /status HTTP/9.9   | 505",
        "PROPFIND /status HTTP/1.1 | 405",
        "GET /nowhere HTTP/1.1  | 404",
        "GET //status HTTP/1.1  | 200"
      })
  void requestLineIsAnsweredWithAProblem(String line, int status) throws Exception {
    assertAnswer(send(line + HOST + "\r\n"), status);
  }

  @Test
  void headerThatIsTooLargeIsAProblem() throws Exception {
    var answer = send("GET /status HTTP/1.1" + HOST + "X-Big: " + "x".repeat(20_000) + "\r\n\r\n");
    assertAnswer(answer, 400);
  }

  @Test
  void missingHostIsAProblem() throws Exception {
    assertAnswer(send("GET /status HTTP/1.1\r\nConnection: close\r\n\r\n"), 400);
  }

  @Test
  void bodyOverTheLimitIsReadAndRefused() throws Exception {
    var body = "\"" + "x".repeat(3 * 64 * 1024) + "\"";
    var answer =
        send(
            "POST /execute HTTP/1.1"
                + HOST
                + "Content-Length: "
                + body.length()
                + "\r\n\r\n"
                + body);
    assertAnswer(answer, 413);
  }

  @Test
  void chunkedBodyOverTheLimitIsReadAndRefused() throws Exception {
    var chunk = "1000\r\n" + "x".repeat(0x1000) + "\r\n";
    var answer =
        send(
            "POST /execute HTTP/1.1"
                + HOST
                + "Transfer-Encoding: chunked\r\n\r\n"
                + chunk.repeat(48)
                + "0\r\n\r\n");
    assertAnswer(answer, 413);
  }

  @Test
  void chunkThatIsNoneIsAProblem() throws Exception {
    var answer =
        send("POST /execute HTTP/1.1" + HOST + "Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n");
    assertAnswer(answer, 400);
  }

  private static void assertAnswer(String answer, int status) {
    assertThat(answer).startsWith("HTTP/1.1 " + status);
    if (status >= 400) {
      assertThat(answer)
          .containsIgnoringCase("content-type: application/problem+json")
          .contains("\"status\":" + status)
          .contains("\"success\":false")
          .doesNotContainIgnoringCase("tomcat")
          .doesNotContain("\tat ");
    }
  }

  private static String send(String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
