package io.longhaul.metrics;

import io.longhaul.http.RequestMeter;
import io.longhaul.jobs.ExecutionListener;
import io.longhaul.jobs.Executions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.function.LongSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The registry and what stands in it. */
@Configuration(proxyBeanMethods = false)
public class MetricsConfiguration {

  @Bean
  PrometheusMeterRegistry meterRegistry() {
    return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  }

  @Bean
  RequestMeter requestMeter(MeterRegistry registry) {
    return new HttpMeters(registry);
  }

  @Bean
  ExecutionListener executionMeters(MeterRegistry registry) {
    return new ExecutionMeters(registry);
  }

  @Bean
  ServiceMeters serviceMeters(
      MeterRegistry registry, Executions executions, Clock clock, LongSupplier ticker) {
    return new ServiceMeters(
        registry,
        List.of(
            new JobGauges(executions, clock, ticker)::register,
            new JvmMemoryMetrics(),
            new JvmThreadMetrics(),
            new ProcessorMetrics(),
            new UptimeMetrics()));
  }
}
