package io.longhaul.access;

import io.longhaul.access.sigv4.Signatures;
import io.longhaul.http.Admission;
import io.longhaul.http.Gate;
import io.longhaul.jobs.Caller;
import io.longhaul.lifecycle.ExitCode;
import io.longhaul.lifecycle.StartFailure;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.cors.CorsConfigurationSource;

/** Who may call. Needs a decision and the settings that change while the service runs. */
@Configuration(proxyBeanMethods = false)
public class AccessConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(AccessConfiguration.class);

  @Bean
  AccessMode accessMode(AccessDecision decision) {
    return decision.mode();
  }

  @Bean
  Gate gate(AccessMode mode, LiveAccess live, Clock clock) {
    var keys = new ApiKeys(live.apiKeys());
    return switch (mode) {
      case AccessMode.Local _ -> {
        LOG.info("access: off, because the service is local, on loopback and without --access");
        yield new LocalGate(live.origins());
      }
      case AccessMode.Open _ -> {
        LOG.info("access: off, because access.auth is written out as none or network");
        yield new KeyGate((_, _) -> Admission.of(Caller.ANONYMOUS), keys);
      }
      case AccessMode.Keys _ -> {
        if (keys.none()) {
          throw nobody("api-key", "API_KEYS, a comma list of keys,");
        }
        yield new KeyGate((request, _) -> Admission.of(keys.require(request)), keys);
      }
      case AccessMode.Tokens of -> {
        var tokens = new Tokens(IssuerDecoder.of(of));
        yield new KeyGate((request, _) -> tokens.require(request), keys);
      }
      case AccessMode.Signatures _ -> {
        if (live.accessKeys().get().isEmpty()) {
          throw nobody("sigv4", "SIGV4_KEYS, a comma list of ID:SECRET,");
        }
        var signatures = new Signatures(live.accessKeys(), clock);
        yield new KeyGate((request, body) -> Admission.of(signatures.require(request, body)), keys);
      }
    };
  }

  private static StartFailure nobody(String auth, String keys) {
    return new StartFailure(
        ExitCode.CONFIGURATION,
        "Access is by %s, and %s is not set: nobody could call."
            .formatted(auth, keys.substring(0, keys.indexOf(','))),
        "Set %s in the environment or in .env beside the manifest.".formatted(keys));
  }

  @Bean
  CorsConfigurationSource origins(LiveAccess live) {
    return new Origins(live.origins());
  }
}
