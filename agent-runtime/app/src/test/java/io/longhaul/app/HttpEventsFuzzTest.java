package io.longhaul.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Bytes that nobody would send, through the server, the function's process and back. */
class HttpEventsFuzzTest {

  private static final int ROUNDS = 150;

  @TempDir private Path folder;

  private final Random random = new Random(11);

  @Test
  void anyBytesAreAnEventOrRefused() throws Exception {
    try (var service = EchoService.local(folder, "{event: function-url}")) {
      int taken = 0;
      for (int i = 0; i < ROUNDS; i++) {
        var answer = new String(service.raw(request()), StandardCharsets.UTF_8);
        assertThat(answer).matches("(?s)HTTP/1\\.1 (200|400|403|501|505) .*");
        if (answer.startsWith("HTTP/1.1 200")) {
          taken++;
          var event = answer.substring(answer.indexOf("\r\n\r\n") + 4);
          assertThat(JsonMapper.shared().readTree(event).path("version").stringValue())
              .isEqualTo("2.0");
        }
      }
      assertThat(taken).isGreaterThan(ROUNDS / 10);
      assertAlive(service);
    }
  }

  @Test
  void anyAnswerIsHttp() throws Exception {
    try (var service = EchoService.local(folder, "{event: api-gateway-v1}")) {
      for (int i = 0; i < ROUNDS; i++) {
        var answer = service.send(service.request("/").header("x-answer", base64(answer())));
        assertThat(answer.statusCode()).isBetween(200, 599);
        assertThat(answer.headers().map()).doesNotContainKey("transfer-encoding");
      }
      assertAlive(service);
    }
  }

  private static void assertAlive(EchoService service) throws Exception {
    assertThat(service.send(service.request("/-/status")).body()).contains("\"healthy\"");
  }

  private byte[] request() {
    var request = new ByteArrayOutputStream();
    put(request, "POST /");
    noise(request, 12, random.nextInt(4) == 0);
    put(request, "?");
    noise(request, 12, random.nextInt(4) == 0);
    put(request, " HTTP/1.1\r\nHost: localhost\r\nX-A: ");
    noise(request, 12, false);
    put(request, "\r\n");
    int length = random.nextInt(1200);
    put(request, "Content-Length: " + length + "\r\n\r\n");
    byte[] body = new byte[length];
    random.nextBytes(body);
    request.writeBytes(body);
    return request.toByteArray();
  }

  private void noise(ByteArrayOutputStream request, int most, boolean any) {
    for (int i = random.nextInt(most); i > 0; i--) {
      request.write(any ? random.nextInt(256) : "%2f%zz%C3a{|}[]\"".charAt(random.nextInt(16)));
    }
  }

  private static void put(ByteArrayOutputStream request, String text) {
    request.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private byte[] answer() {
    var text =
        "{\"statusCode\":200,\"headers\":{\"a\":\"b\"},\"multiValueHeaders\":{\"c\":[\"d\"]},\"body\":\"e\"}";
    byte[] answer = text.getBytes(StandardCharsets.UTF_8);
    for (int i = random.nextInt(3); i > 0; i--) {
      answer[random.nextInt(answer.length)] = (byte) " {}[]\":,09x\n".charAt(random.nextInt(12));
    }
    return answer;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
