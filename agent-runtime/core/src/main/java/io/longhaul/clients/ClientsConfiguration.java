package io.longhaul.clients;

import io.longhaul.manifest.Manifest;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The outgoing clients that the manifest declares. */
@Configuration(proxyBeanMethods = false)
public class ClientsConfiguration {

  @Bean
  Clients clients(Manifest manifest, MeterRegistry registry, Clock clock) {
    return new Clients(manifest.clients(), registry, clock);
  }
}
