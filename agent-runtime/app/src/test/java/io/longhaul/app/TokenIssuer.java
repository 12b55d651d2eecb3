package io.longhaul.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;

/** Who signs tokens: its address, its keys by OpenID Connect discovery, and RS256. */
final class TokenIssuer implements AutoCloseable {

  private final HttpServer server;
  private final KeyPair keys;

  TokenIssuer() throws IOException, GeneralSecurityException {
    keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer("/.well-known/openid-configuration", discovery());
    answer("/keys", keySet());
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /**
   * A token.
   *
   * @param claims as JSON
   */
  String sign(String claims) throws GeneralSecurityException {
    var signed = coded("{\"alg\":\"RS256\",\"kid\":\"1\"}") + "." + coded(claims);
    var signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(keys.getPrivate());
    signature.update(signed.getBytes(UTF_8));
    return signed + "." + coded(signature.sign());
  }

  private String discovery() {
    return "{\"issuer\":\"%1$s\",\"jwks_uri\":\"%1$s/keys\"}".formatted(url());
  }

  private String keySet() {
    var key = (RSAPublicKey) keys.getPublic();
    return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"kid\":\"1\",\"n\":\"%s\",\"e\":\"%s\"}]}"
        .formatted(coded(key.getModulus()), coded(key.getPublicExponent()));
  }

  private void answer(String path, String json) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, json.length());
            exchange.getResponseBody().write(json.getBytes(UTF_8));
          }
        });
  }

  private static String coded(String text) {
    return coded(text.getBytes(UTF_8));
  }

  /** Without the byte that only says that it is positive. */
  private static String coded(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return coded(Arrays.copyOfRange(bytes, bytes[0] == 0 ? 1 : 0, bytes.length));
  }

  private static String coded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
