package io.longhaul.access;

import java.util.ArrayList;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** Makes the decoder of an issuer, which is asked for its keys by the first token, not at start. */
final class IssuerDecoder {

  private IssuerDecoder() {}

  static JwtDecoder of(AccessMode.Tokens tokens) {
    return new SupplierJwtDecoder(() -> discover(tokens));
  }

  private static JwtDecoder discover(AccessMode.Tokens tokens) {
    String issuer = tokens.issuer().toString();
    var decoder = NimbusJwtDecoder.withIssuerLocation(issuer).build();
    var checks = new ArrayList<OAuth2TokenValidator<Jwt>>();
    checks.add(JwtValidators.createDefaultWithIssuer(issuer));
    String audience = tokens.audience();
    if (audience != null) {
      checks.add(
          new JwtClaimValidator<List<String>>(
              JwtClaimNames.AUD, named -> named != null && named.contains(audience)));
    }
    decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(checks));
    return decoder;
  }
}
