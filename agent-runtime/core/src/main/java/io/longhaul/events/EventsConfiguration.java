package io.longhaul.events;

import io.longhaul.handler.Handler;
import io.longhaul.jobs.Executions;
import io.longhaul.manifest.Manifest;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Events that arrive without a caller. Needs the handler, its shapes, and the executions. */
@Configuration(proxyBeanMethods = false)
public class EventsConfiguration {

  @Bean
  EventDeliveries eventDeliveries(EventShapes shapes, Handler handler, Executions executions) {
    return new EventDeliveries(shapes, handler, executions);
  }

  @Bean
  DeliveryReader deliveryReader(Manifest manifest, Origin origin, JsonMapper mapper, Clock clock) {
    return new DeliveryReader(manifest.name(), manifest.triggers(), origin, mapper, clock);
  }
}
