package io.longhaul.access;

import io.longhaul.http.Admission;
import io.longhaul.http.Gate;
import io.longhaul.jobs.Caller;
import io.longhaul.lifecycle.ExitCode;
import io.longhaul.lifecycle.StartFailure;
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
  Gate gate(AccessMode mode, LiveAccess live) {
    var keys = new ApiKeys(live.apiKeys());
    return switch (mode) {
      case AccessMode.Local _ -> {
        LOG.info("access: off, because the service is local, on loopback and without --access");
        yield new LocalGate(live.origins());
      }
      case AccessMode.Open _ -> {
        LOG.info("access: off, because access.auth is written out as none or network");
        yield new KeyGate(_ -> Admission.of(Caller.ANONYMOUS), keys);
      }
      case AccessMode.Keys _ -> {
        requireOne(keys);
        yield new KeyGate(request -> Admission.of(keys.require(request)), keys);
      }
      case AccessMode.Tokens tokens ->
          new KeyGate(new Tokens(IssuerDecoder.of(tokens))::require, keys);
    };
  }

  private static void requireOne(ApiKeys keys) {
    if (keys.none()) {
      throw new StartFailure(
          ExitCode.CONFIGURATION,
          "Access is by api-key, and API_KEYS is not set: nobody could call.",
          "Set API_KEYS, a comma list of keys, in the environment or in .env beside the manifest.");
    }
  }

  @Bean
  CorsConfigurationSource origins(LiveAccess live) {
    return new Origins(live.origins());
  }
}
