package io.longhaul.health;

import java.util.List;
import java.util.function.LongSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Watches the checks that other parts bring. */
@Configuration(proxyBeanMethods = false)
public class HealthConfiguration {

  @Bean
  Health health(List<HealthCheck> checks, LongSupplier ticker) {
    return new Health(checks, ticker);
  }
}
