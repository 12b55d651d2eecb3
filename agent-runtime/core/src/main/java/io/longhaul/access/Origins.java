package io.longhaul.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;

/** The origins of browsers that may call, as they are configured now. */
final class Origins implements CorsConfigurationSource {

  private static final String ANY = "*";

  private final Supplier<List<String>> allowed;
  private volatile Built last = new Built(List.of(), configuration(List.of()));

  Origins(Supplier<List<String>> allowed) {
    this.allowed = allowed;
  }

  @Override
  public @Nullable CorsConfiguration getCorsConfiguration(HttpServletRequest request) {
    if (request.getHeader("Origin") == null) {
      // no browser asks; with an empty configuration nothing is refused, and nothing is computed
      return null;
    }
    List<String> now = allowed.get();
    Built built = last;
    if (!built.origins.equals(now)) {
      built = new Built(now, configuration(now));
      last = built;
    }
    return built.configuration;
  }

  private static CorsConfiguration configuration(List<String> origins) {
    var cors = new CorsConfiguration();
    cors.setAllowedOrigins(origins);
    cors.setAllowedMethods(List.of("GET", "HEAD", "POST", "DELETE"));
    cors.setAllowedHeaders(List.of(ANY));
    cors.setExposedHeaders(
        List.of("Location", "Preference-Applied", "Retry-After", "WWW-Authenticate"));
    // browsers refuse credentials together with "any origin"
    cors.setAllowCredentials(!origins.contains(ANY));
    cors.setMaxAge(Duration.ofMinutes(10));
    return cors;
  }

  private record Built(List<String> origins, CorsConfiguration configuration) {}
}
