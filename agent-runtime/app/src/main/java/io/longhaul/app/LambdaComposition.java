package io.longhaul.app;

import io.longhaul.clients.ClientsConfiguration;
import io.longhaul.config.ConfigConfiguration;
import io.longhaul.config.EnvironmentSource;
import io.longhaul.json.JsonConfiguration;
import io.longhaul.manifest.Manifest;
import io.longhaul.manifest.names.Names;
import io.longhaul.nativeagent.NativeAgentConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/**
 * The parts of {@link Composition} that an agent needs on Lambda, in the order in which they build
 * on each other. What is missing here Lambda does itself: calls, limits, retries, logs.
 */
@Configuration(proxyBeanMethods = false)
@Import({
  JsonConfiguration.class,
  ConfigConfiguration.class,
  ClientsConfiguration.class,
  NativeAgentConfiguration.class
})
class LambdaComposition {

  /** The process's. */
  record Environment(Map<String, String> variables) {}

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  EnvironmentSource environmentSource(Environment environment) {
    return new EnvironmentSource(environment::variables);
  }

  /** Takes what the plumbing measures, and keeps nothing: nobody could ask for it. */
  @Bean
  MeterRegistry meterRegistry() {
    return new CompositeMeterRegistry();
  }

  @Bean
  LambdaMeters lambdaMeters(Manifest manifest, JsonMapper mapper, Clock clock) {
    var names = Names.of(manifest.name(), manifest.environment());
    return new LambdaMeters(names, mapper, clock, System.out);
  }

  @Bean
  LambdaDeadlines lambdaDeadlines() {
    return new LambdaDeadlines();
  }
}
