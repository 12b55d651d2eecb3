package io.longhaul.access;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.longhaul.endpoints.RunningService;
import io.longhaul.http.Fallback;
import io.longhaul.http.ProblemForm;
import io.longhaul.manifest.AccessSettings;
import io.longhaul.manifest.Auth;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpResponse;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import tools.jackson.databind.json.JsonMapper;

class TokensTest {

  private static final WireMockServer ISSUER = new WireMockServer(options().dynamicPort());

  private static JwtEncoder encoder;
  private static RunningService service;

  @BeforeAll
  static void start() throws NoSuchAlgorithmException {
    var pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    var key = (RSAPublicKey) pair.getPublic();
    encoder = NimbusJwtEncoder.withKeyPair(key, (RSAPrivateKey) pair.getPrivate()).build();
    ISSUER.start();
    ISSUER.stubFor(
        get("/.well-known/openid-configuration")
            .willReturn(
                okJson(
                    "{\"issuer\":\"%1$s\",\"jwks_uri\":\"%1$s/keys\"}"
                        .formatted(ISSUER.baseUrl()))));
    ISSUER.stubFor(get("/keys").willReturn(okJson(jwks(key, keyId()))));
    service = new RunningService.Builder().access(jwt(ISSUER.baseUrl())).start();
  }

  @AfterAll
  static void stop() throws Exception {
    service.close();
    ISSUER.stop();
  }

  @Test
  void tokenOfTheIssuerIsLetIn() throws Exception {
    assertThat(call(token(ISSUER.baseUrl(), "probe", 60)).statusCode()).isEqualTo(200);
  }

  @Test
  void claimsReachTheEndpoint() throws Exception {
    var fallback =
        new Fallback(
            exchange -> exchange.json(200, exchange.claims().keySet().stream().sorted().toList()),
            ProblemForm.PROBLEM_JSON,
            List::of);
    try (var own =
        new RunningService.Builder().access(jwt(ISSUER.baseUrl())).fallback(fallback).start()) {
      var answer =
          own.get("/any", "Authorization", "Bearer " + token(ISSUER.baseUrl(), "probe", 60));
      assertThat(answer.body()).isEqualTo("[\"aud\",\"exp\",\"iat\",\"iss\",\"sub\"]");
    }
  }

  @Test
  void missingTokenIsAskedFor() throws Exception {
    var answer = service.get("/jobs");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
        .startsWith("Bearer realm=");
  }

  @Test
  void expiredTokenIsRefusedWithTheReason() throws Exception {
    var answer = call(token(ISSUER.baseUrl(), "probe", -3600));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
        .contains("error=\"invalid_token\"")
        .contains("expired");
  }

  @Test
  void tokenForSomebodyElseIsRefused() throws Exception {
    assertThat(call(token(ISSUER.baseUrl(), "another", 60)).statusCode()).isEqualTo(401);
  }

  @Test
  void tokenOfAnotherIssuerIsRefused() throws Exception {
    assertThat(call(token("https://evil.example", "probe", 60)).statusCode()).isEqualTo(401);
  }

  @Test
  void nonsenseIsRefused() throws Exception {
    assertThat(call("nonsense").statusCode()).isEqualTo(401);
  }

  @Test
  void issuerThatIsAwayLetsNobodyInAndSaysSo() throws Exception {
    try (var lonely = new RunningService.Builder().access(jwt("http://127.0.0.1:1")).start()) {
      var answer =
          lonely.get(
              "/jobs", "Authorization", "Bearer " + token("http://127.0.0.1:1", "probe", 60));
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("issuer-away");
    }
  }

  private static AccessSettings jwt(String issuer) {
    return new AccessSettings(Auth.JWT, URI.create(issuer), "probe");
  }

  private static HttpResponse<String> call(String token) throws Exception {
    return service.get("/jobs", "Authorization", "Bearer " + token);
  }

  private static String token(String issuer, String audience, long seconds) {
    var expiry = Instant.now().plusSeconds(seconds);
    var claims =
        JwtClaimsSet.builder()
            .issuer(issuer)
            .audience(List.of(audience))
            .subject("someone")
            .issuedAt(expiry.minus(Duration.ofHours(1)))
            .expiresAt(expiry)
            .build();
    return encoder.encode(JwtEncoderParameters.from(claims)).getTokenValue();
  }

  /** The encoder chooses it. */
  private static String keyId() {
    var header = token(ISSUER.baseUrl(), "probe", 60).split("\\.", 2)[0];
    return JsonMapper.shared()
        .readTree(Base64.getUrlDecoder().decode(header))
        .path("kid")
        .stringValue("");
  }

  private static String jwks(RSAPublicKey key, String id) {
    return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"kid\":\"%s\",\"n\":\"%s\",\"e\":\"%s\"}]}"
        .formatted(id, base64(key.getModulus()), base64(key.getPublicExponent()));
  }

  private static String base64(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int sign = bytes[0] == 0 ? 1 : 0;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOfRange(bytes, sign, bytes.length));
  }
}
