package io.longhaul.app;

import io.longhaul.access.LiveAccess;
import io.longhaul.agent.AgentSetup;
import io.longhaul.agent.Client;
import io.longhaul.agent.Meters;
import io.longhaul.agent.Secret;
import io.longhaul.discovery.AgentDescription;
import io.longhaul.endpoints.ContractSettings;
import io.longhaul.handler.Handler;
import io.longhaul.handler.Json;
import io.longhaul.json.StrictJson;
import io.longhaul.manifest.Manifest;
import io.longhaul.nativeagent.NativeHandler;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Stands in for the configuration, clients and schemas that arrive with their own packages. */
@Configuration(proxyBeanMethods = false)
class AgentConfiguration {

  @Bean
  JsonMapper mapper() {
    return StrictJson.newMapper();
  }

  @Bean
  Handler handler(Manifest manifest, JsonMapper mapper, Clock clock) {
    return NativeHandler.load(
        manifest.handler(),
        Thread.currentThread().getContextClassLoader(),
        new BareSetup(clock, manifest.environment()),
        mapper);
  }

  @Bean
  AgentDescription description(Manifest manifest) {
    return new AgentDescription(
        manifest.name(),
        manifest.version(),
        manifest.description(),
        manifest.capabilities(),
        manifest.environment(),
        Json.of("{\"type\":\"object\"}"),
        Json.of("{}"));
  }

  @Bean
  LiveAccess liveAccess(Launch launch) {
    String keys = launch.environment().getOrDefault("API_KEYS", "");
    var secrets = List.of(keys.split(",")).stream().filter(k -> !k.isBlank()).map(Secret::new);
    var list = secrets.toList();
    return new LiveAccess(() -> list, () -> List.of("http://localhost:3000"));
  }

  @Bean
  ContractSettings contractSettings(Manifest manifest) {
    return new ContractSettings(manifest.http().maxWait(), List::of);
  }

  record BareSetup(Clock clock, String environment) implements AgentSetup {

    @Override
    public <C> C config(Class<C> type) {
      throw new IllegalArgumentException("Configuration arrives later");
    }

    @Override
    public Client client(String name) {
      throw new IllegalArgumentException("Clients arrive later");
    }

    @Override
    public Meters meters() {
      throw new IllegalArgumentException("Meters arrive later");
    }
  }
}
