package io.longhaul.nativeagent;

import io.longhaul.agent.Meters;
import io.longhaul.clients.Clients;
import io.longhaul.config.Config;
import io.longhaul.events.EventShapes;
import io.longhaul.manifest.Manifest;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The agent that the manifest names, constructed with what it may ask for. */
@Configuration(proxyBeanMethods = false)
public class NativeAgentConfiguration {

  @Bean
  NativeHandler nativeHandler(
      Manifest manifest,
      Config config,
      Clients clients,
      Meters meters,
      Clock clock,
      JsonMapper mapper) {
    var setup = new ServiceSetup(config, clients, meters, clock, manifest.environment());
    return NativeHandler.load(
        manifest.handler(), Thread.currentThread().getContextClassLoader(), setup, mapper);
  }

  @Bean
  EventShapes eventShapes(JsonMapper mapper) {
    return new NativeEvents(mapper);
  }
}
