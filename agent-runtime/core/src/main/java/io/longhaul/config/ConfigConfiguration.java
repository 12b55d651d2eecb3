package io.longhaul.config;

import io.longhaul.manifest.Manifest;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The values of agent and service. Needs the manifest, and the process's environment. */
@Configuration(proxyBeanMethods = false)
public class ConfigConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(ConfigConfiguration.class);

  @Bean
  Config config(Manifest manifest, EnvironmentSource environment) {
    var config =
        new Config(manifest.config(), List.of(environment, new DotenvSource(manifest.folder())));
    LOG.debug("config:\n{}", config.table());
    return config;
  }
}
