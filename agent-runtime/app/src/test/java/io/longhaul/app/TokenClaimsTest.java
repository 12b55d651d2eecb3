package io.longhaul.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A signed token on its whole way, from HTTP to what the function finds of it. */
class TokenClaimsTest {

  @TempDir private Path folder;

  private TokenIssuer issuer;
  private long expiry;

  @BeforeEach
  void start() throws Exception {
    issuer = new TokenIssuer();
    expiry = Instant.now().plusSeconds(600).getEpochSecond();
  }

  @AfterEach
  void stop() {
    issuer.close();
  }

  @Test
  void functionBehindAnHttpApiFindsClaimsAndScopes() throws Exception {
    try (var service = EchoService.withTokens(folder, "api-gateway-v2", issuer.url())) {
      var authorizer = authorizer(service);
      assertClaims(authorizer.at("/jwt/claims"));
      assertThat(authorizer.at("/jwt/scopes")).hasToString("[\"read\",\"write\"]");
    }
  }

  @Test
  void functionBehindARestApiFindsClaims() throws Exception {
    try (var service = EchoService.withTokens(folder, "api-gateway-v1", issuer.url())) {
      assertClaims(authorizer(service).path("claims"));
    }
  }

  @Test
  void withoutATokenOfTheIssuerTheFunctionIsNotCalled() throws Exception {
    try (var other = new TokenIssuer();
        var service = EchoService.withTokens(folder, "api-gateway-v2", issuer.url())) {
      var forged = "Bearer " + other.sign(claims());
      assertThat(service.send(service.request("/")).statusCode()).isEqualTo(401);
      assertThat(service.send(service.request("/").header("Authorization", forged)).statusCode())
          .isEqualTo(401);
    }
  }

  private JsonNode authorizer(EchoService service) throws Exception {
    var request =
        service.request("/any").header("Authorization", "Bearer " + issuer.sign(claims()));
    return service.event(request).at("/requestContext/authorizer");
  }

  private String claims() {
    return """
    {"iss": "%s", "aud": ["echo"], "sub": "someone", "scope": "read write", "exp": %d,
     "email_verified": true}
    """
        .formatted(issuer.url(), expiry);
  }

  private void assertClaims(JsonNode claims) {
    assertThat(claims.path("iss").stringValue()).isEqualTo(issuer.url().toString());
    assertThat(claims.path("sub").stringValue()).isEqualTo("someone");
    assertThat(claims.path("aud").stringValue()).isEqualTo("[echo]");
    assertThat(claims.path("exp").stringValue()).isEqualTo(Long.toString(expiry));
    assertThat(claims.path("email_verified").stringValue()).isEqualTo("true");
  }
}
