package io.longhaul.endpoints;

import io.longhaul.discovery.AgentDescription;
import io.longhaul.discovery.DiscoverDocument;
import io.longhaul.discovery.DocsPages;
import io.longhaul.discovery.OpenApi;
import io.longhaul.events.DeliveryReader;
import io.longhaul.events.EventDeliveries;
import io.longhaul.handler.Handler;
import io.longhaul.health.Health;
import io.longhaul.http.Fallback;
import io.longhaul.http.Route;
import io.longhaul.http.Routes;
import io.longhaul.jobs.Executions;
import io.longhaul.lifecycle.ServicePhase;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The table of routes. Needs nearly every other part: it is what they are for. A part that answers
 * an API of its own adds its rows as beans, and one that answers every other path a {@link
 * Fallback}.
 */
@Configuration(proxyBeanMethods = false)
public class ContractConfiguration {

  @Bean
  Routes routes(
      AgentDescription agent,
      Handler handler,
      Executions executions,
      DeliveryReader reader,
      EventDeliveries deliveries,
      ServicePhase phase,
      Health health,
      DiscoverDocument discover,
      OpenApi openApi,
      DocsPages docs,
      PrometheusMeterRegistry metrics,
      ContractSettings settings,
      ObjectProvider<Route> others,
      ObjectProvider<Fallback> fallback) {
    return new Contract(
            agent,
            handler,
            executions,
            new Contract.Events(reader, deliveries),
            phase,
            health,
            discover,
            openApi,
            docs,
            metrics,
            settings)
        .routes(others.orderedStream().toList(), fallback.getIfAvailable());
  }
}
