package io.longhaul.access;

import io.longhaul.http.Admission;
import io.longhaul.http.Problem;
import io.longhaul.http.ProblemType;
import io.longhaul.jobs.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Asks for a bearer token (RFC 6750) and checks it through Spring Security. */
final class Tokens {

  private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);
  private static final String SCHEME = "bearer ";

  private final JwtDecoder decoder;

  Tokens(JwtDecoder decoder) {
    this.decoder = decoder;
  }

  Admission require(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      throw new Problem(
              ProblemType.UNAUTHORIZED,
              "This call needs a token of the issuer: Authorization: Bearer …")
          .header("WWW-Authenticate", "Bearer realm=\"longhaul\"");
    }
    Jwt token = decode(header.substring(SCHEME.length()).strip());
    return new Admission(caller(token), token.getClaims());
  }

  private Jwt decode(String token) {
    try {
      return decoder.decode(token);
    } catch (BadJwtException e) {
      throw refused(e.getMessage());
    } catch (RuntimeException e) {
      // keys or discovery are away: Spring has an exception of its own for each
      LOG.warn("Tokens cannot be checked: {}", e.getMessage());
      throw new Problem(
              ProblemType.ISSUER_AWAY,
              "The issuer of tokens does not answer, so nobody can be let in. Try again.")
          .header("Retry-After", "5");
    }
  }

  private static Problem refused(@Nullable String why) {
    String reason = why == null ? "The token is not valid" : why;
    return new Problem(ProblemType.UNAUTHORIZED, reason)
        .header(
            "WWW-Authenticate",
            "Bearer realm=\"longhaul\", error=\"invalid_token\", error_description=\"%s\""
                .formatted(quotable(reason)));
  }

  private static Caller caller(Jwt token) {
    String subject = token.getSubject();
    return new Caller("sub-" + (subject == null ? "unnamed" : subject));
  }

  /** RFC 6750 allows printable ASCII without quote and backslash there. */
  private static String quotable(String text) {
    return text.replaceAll("[^ !#-\\[\\]-~]", "'");
  }
}
