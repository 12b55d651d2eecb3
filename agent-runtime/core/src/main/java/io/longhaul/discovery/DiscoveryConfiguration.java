package io.longhaul.discovery;

import io.longhaul.http.Routes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The documents that describe the service. Needs the agent's description, and what is asked. */
@Configuration(proxyBeanMethods = false)
public class DiscoveryConfiguration {

  @Bean
  DiscoverDocument discoverDocument(
      AgentDescription agent, ObjectProvider<Routes> routes, JsonMapper mapper) {
    return new DiscoverDocument(agent, routes::getObject, mapper);
  }

  @Bean
  OpenApi openApi(
      AgentDescription agent, Security security, ObjectProvider<Routes> routes, JsonMapper mapper) {
    return new OpenApi(agent, security, routes::getObject, mapper);
  }

  @Bean
  DocsPages docsPages() {
    return new DocsPages();
  }
}
