package io.longhaul.access;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.longhaul.endpoints.RunningService;
import io.longhaul.manifest.AccessSettings;
import io.longhaul.manifest.Auth;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TokensTest {

  private static final WireMockServer ISSUER = new WireMockServer(options().dynamicPort());

  private static RSAKey key;
  private static RunningService service;

  @BeforeAll
  static void start() throws JOSEException {
    key = new RSAKeyGenerator(2048).keyID("one").generate();
    ISSUER.start();
    ISSUER.stubFor(
        get("/.well-known/openid-configuration")
            .willReturn(
                okJson(
                    "{\"issuer\":\"%1$s\",\"jwks_uri\":\"%1$s/keys\"}"
                        .formatted(ISSUER.baseUrl()))));
    ISSUER.stubFor(
        get("/keys").willReturn(okJson(new JWKSet(key.toPublicJWK()).toString())));
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
          lonely.get("/jobs", "Authorization", "Bearer " + token("http://127.0.0.1:1", "probe", 60));
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

  private static String token(String issuer, String audience, long seconds) throws JOSEException {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .audience(audience)
            .subject("someone")
            .expirationTime(Date.from(Instant.now().plus(Duration.ofSeconds(seconds))))
            .build();
    var token =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }
}
