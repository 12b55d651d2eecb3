package io.longhaul.access;

import static io.longhaul.endpoints.RunningService.input;
import static io.longhaul.endpoints.RunningService.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.longhaul.endpoints.RunningService;
import io.longhaul.manifest.Auth;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AccessTest {

  @Test
  void eachKeyOfARotationIsLetIn() throws Exception {
    try (var service = new RunningService.Builder().access(Auth.API_KEY, "old", "new").start()) {
      assertThat(service.get("/jobs", "X-Api-Key", "old").statusCode()).isEqualTo(200);
      assertThat(service.get("/jobs", "X-Api-Key", "new").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void missingAndWrongKeysAreToldSo() throws Exception {
    try (var service = new RunningService.Builder().access(Auth.API_KEY, "right").start()) {
      var missing = service.post("/execute", input("echo"));
      var wrong = service.get("/jobs", "X-Api-Key", "wrong");
      assertThat(missing.statusCode()).isEqualTo(401);
      assertThat(missing.headers().firstValue("WWW-Authenticate")).isPresent();
      assertThat(wrong.statusCode()).isEqualTo(401);
      assertThat(wrong.body()).doesNotContain("wrong").doesNotContain("right\"");
    }
  }

  @ParameterizedTest
  @CsvSource({"/status, 200", "/ping, 200", "/discover, 200", "/docs, 401", "/openapi.json, 401"})
  void onlyChecksAndDiscoveryNeedNoKey(String path, int status) throws Exception {
    try (var service = new RunningService.Builder().access(Auth.API_KEY, "right").start()) {
      assertThat(service.get(path).statusCode()).isEqualTo(status);
    }
  }

  @Test
  void operatorsNeedAKeyAlsoWhereCallersNeedNone() throws Exception {
    try (var service = new RunningService.Builder().access(Auth.NONE, "right").start()) {
      assertThat(service.post("/execute", input("echo")).statusCode()).isEqualTo(200);
      assertThat(service.get("/metrics").statusCode()).isEqualTo(401);
      assertThat(service.get("/metrics", "X-Api-Key", "right").statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"NONE", "NETWORK"})
  void signatureIsNotLookedAtWhereNobodyIsAsked(Auth auth) throws Exception {
    try (var service = new RunningService.Builder().access(auth).start()) {
      var answer = service.post("/execute", input("echo"), "Authorization", "AWS4-HMAC-SHA256 x");
      assertThat(answer.statusCode()).isEqualTo(200);
    }
  }

  @Test
  void operatorsAreRefusedWhileThereIsNoKey() throws Exception {
    try (var service = new RunningService.Builder().access(Auth.NETWORK).start()) {
      var answer = service.get("/metrics", "X-Api-Key", "any");
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(json(answer).path("type").stringValue()).endsWith("no-operator-key");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, 200",
    "localhost:8000, 200",
    "LOCALHOST, 200",
    "127.0.0.1, 200",
    "[::1]:1, 200",
    "evil.example, 403",
    "127.0.0.1.evil.example, 403"
  })
  void localServiceAnswersOnlyItsOwnNames(String host, int status) throws Exception {
    try (var service = RunningService.local()) {
      assertThat(raw(service, host)).startsWith("HTTP/1.1 " + status);
    }
  }

  @Test
  void foreignOriginIsRefused() throws Exception {
    try (var service = RunningService.local()) {
      var answer = service.post("/execute", input("echo"), "Origin", "http://evil.example");
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(json(answer).path("type").stringValue()).endsWith("foreign-origin");
      assertThat(service.call("DELETE", "/jobs/x", "Origin", "http://evil.example").statusCode())
          .isEqualTo(403);
    }
  }

  @Test
  void allowedOriginMayCallWithCredentials() throws Exception {
    try (var service = RunningService.local()) {
      var answer = service.post("/execute", input("echo"), "Origin", "http://localhost:3000");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
          .hasValue("http://localhost:3000");
      assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials")).hasValue("true");
    }
  }

  @Test
  void preflightOfAnAllowedOriginNeedsNoKey() throws Exception {
    try (var service = new RunningService.Builder().access(Auth.API_KEY, "right").start()) {
      var answer =
          service.call(
              "OPTIONS",
              "/execute",
              "Origin",
              "https://app.example.com",
              "Access-Control-Request-Method",
              "POST",
              "Access-Control-Request-Headers",
              "x-api-key, content-type");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
          .contains("x-api-key");
    }
  }

  private static String raw(RunningService service, String host) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
      socket.setSoTimeout(60_000);
      var request = "GET /ping HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }
}
