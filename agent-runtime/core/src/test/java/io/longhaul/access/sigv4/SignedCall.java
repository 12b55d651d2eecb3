package io.longhaul.access.sigv4;

import io.longhaul.agent.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A call as a caller signs it, on its way through a plain socket; tests change what they like. */
final class SignedCall {

  static final String ID = "AKIDTEST";
  static final Secret SECRET = new Secret("s3cret/+of=the-test");

  final Map<String, String> headers = new LinkedHashMap<>();
  private final String method;
  private final String target;
  private final int port;
  private final byte[] body;
  Scope scope = new Scope("", "eu-central-1", "lambda");
  String id = ID;
  Secret secret = SECRET;
  String sent;

  SignedCall(int port, String method, String target, String body) {
    this.port = port;
    this.method = method;
    this.target = target;
    this.body = body.getBytes(StandardCharsets.UTF_8);
    this.sent = body;
    headers.put("host", "127.0.0.1:" + port);
  }

  static SignedCall execute(int port) {
    return new SignedCall(
        port, "POST", "/execute?b=2&a=1", "{\"act\":\"echo\",\"text\":\"hello\"}");
  }

  /** Says the body's hash in a header of its own, as some clients do. */
  SignedCall withContentHash() {
    headers.put("x-amz-content-sha256", Digests.sha256(body));
    return this;
  }

  SignedCall signed(Instant when) {
    var time = new SigningTime(when);
    headers.put("x-amz-date", time.toString());
    scope = new Scope(time.toString().substring(0, 8), scope.region(), scope.service());
    var all = new TreeMap<String, List<String>>();
    headers.forEach((name, value) -> all.put(name, List.of(value)));
    var names = List.copyOf(all.keySet());
    String[] parts = target.split("\\?", 2);
    var request =
        new CanonicalRequest(
            method,
            parts[0],
            parts.length == 1 ? null : parts[1],
            new Headers(all).canonical(names),
            headers.getOrDefault("x-amz-content-sha256", Digests.sha256(body)));
    headers.put(
        "authorization",
        "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s"
            .formatted(
                id,
                scope,
                String.join(";", names),
                new SignedText(time, scope, request).signature(secret)));
    return this;
  }

  byte[] bytes() {
    byte[] content = sent.getBytes(StandardCharsets.UTF_8);
    var text = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    headers.forEach((name, value) -> text.append(name + ": " + value + "\r\n"));
    text.append("connection: close\r\ncontent-length: " + content.length + "\r\n\r\n" + sent);
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The whole answer. */
  String answer() throws IOException {
    return answer(port, bytes());
  }

  static String answer(int port, byte[] call) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(call);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
